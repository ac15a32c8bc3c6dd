// Our own drawings, all decoration: the words beside them carry the meaning.
const hidden = { 'aria-hidden': true, focusable: false } as const;

/** A hill, a sun and water: a made-up authority's mark. */
export function CouncilMark() {
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" {...hidden}>
      <rect width="34" height="34" rx="5" fill="#cfe6e6" />
      <circle cx="24" cy="10.5" r="4" fill="#f0b13c" />
      <path d="M0 24 9 14l6 6.5 5-4.5 14 11.5V29a5 5 0 0 1-5 5H5a5 5 0 0 1-5-5z" fill="#178086" />
      <path d="M0 28.5c5-3.5 9-3.5 14 0s12 3.5 20-1V29a5 5 0 0 1-5 5H5a5 5 0 0 1-5-5z" fill="#082f31" />
    </svg>
  );
}

export function SearchIcon() {
  return (
    <svg width="17" height="17" viewBox="0 0 17 17" {...hidden}>
      <circle cx="7" cy="7" r="5.2" fill="none" stroke="#484949" strokeWidth="2" />
      <path d="m11 11 4.5 4.5" stroke="#484949" strokeWidth="2.4" />
    </svg>
  );
}

export function ChevronDown() {
  return (
    <svg width="10" height="7" viewBox="0 0 10 7" {...hidden}>
      <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

export function Cross() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" {...hidden}>
      <path d="m1 1 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

export function TickBadge() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" {...hidden}>
      <circle cx="9" cy="9" r="9" fill="#0b5d3f" />
      <path d="m4.8 9.3 3 3 5.4-6" fill="none" stroke="#fff" strokeWidth="2.2" />
    </svg>
  );
}

export function AlertBadge({ colour = '#7a3c1c' }: { colour?: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" {...hidden}>
      <circle cx="9" cy="9" r="9" fill={colour} />
      <path d="M9 4v6" stroke="#fff" strokeWidth="2.2" />
      <circle cx="9" cy="13" r="1.4" fill="#fff" />
    </svg>
  );
}

export function Padlock() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" {...hidden}>
      <path d="M5.5 8V5.8a3.5 3.5 0 0 1 7 0V8" fill="none" stroke="#54319f" strokeWidth="2" />
      <rect x="3" y="8" width="12" height="8.5" rx="1.5" fill="#54319f" />
    </svg>
  );
}

export function Spinner() {
  return (
    <svg className="app-spin" width="18" height="18" viewBox="0 0 18 18" {...hidden}>
      <circle cx="9" cy="9" r="7" fill="none" stroke="#d3dbdb" strokeWidth="3" />
      <path d="M9 2a7 7 0 0 1 7 7" fill="none" stroke="#106165" strokeWidth="3" />
    </svg>
  );
}

export function Way({ way }: { way: 'up' | 'down' | 'flat' }) {
  const paths = { up: 'M5.5 1 11 10H0z', down: 'M5.5 10 0 1h11z', flat: 'M0 4h11v3H0z' };
  return <svg width="11" height="11" viewBox="0 0 11 11" {...hidden}><path d={paths[way]} fill="currentColor" /></svg>;
}
