import { signedPoints } from '@attendance/shared/meetings';
import { UNTOLD } from '../parts/untold.tsx';

/** A number of points with its sign. Nothing told: said once in a row, and the other cells are empty for the same reason. */
export const points = (value: number | null | undefined) => (value === null || value === undefined ? UNTOLD : <span className="app-figure">{signedPoints(value)}</span>);

/** The range below it, where there is one. */
export const range = (interval: { readonly from: number; readonly to: number } | null | undefined) => (interval ? <span className="app-line">{signedPoints(interval.from)} to {signedPoints(interval.to)}</span> : null);
