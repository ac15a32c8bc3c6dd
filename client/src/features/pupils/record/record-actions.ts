import { createContext, type ReactNode } from 'react';

/** What later features add beside a child's name: they know of pupils, and pupils not of them. Filled by the shell. */
export const RecordActions = createContext<((pupilId: string, name: string) => ReactNode) | null>(null);
