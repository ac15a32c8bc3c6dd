export type StackBarProps = { attended: number; authorised: number; unauthorised: number; height?: number };

/** All possible sessions as one strip. */
export function StackBar({ attended, authorised, unauthorised, height = 18 }: StackBarProps) {
  const total = attended + authorised + unauthorised;
  const parts = [{ name: 'attended', count: attended }, { name: 'authorised', count: authorised }, { name: 'unauthorised', count: unauthorised }];
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`;
  let before = 0;
  return (
    <svg
      className="app-stackbar" role="img" height={height} width="100%"
      aria-label={total === 0 ? 'No sessions' : `${attended} attended, ${authorised} authorised, ${unauthorised} unauthorised`}
    >
      {total === 0 && <rect className="nothing" width="100%" height={height} />}
      {parts.map(({ name, count }) => {
        const x = share(before);
        before += count;
        return count > 0 && (
          <g key={name}>
            <rect className={name} x={x} y={0.5} width={share(count)} height={height - 1} />
            {before > count && <rect className="gap" x={x} width={2} height={height} />}
          </g>
        );
      })}
    </svg>
  );
}
