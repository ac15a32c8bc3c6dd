const PREFIX = 'unsent:';

/**
 * Keeps what was typed and has not reached the server on this machine, until it has: a closed lid, a crash or a new sign-in brings
 * it back. Nothing else is ever kept here, and signing out takes it away.
 */
export function keepUnsent(name: string, rows: readonly object[]): void {
  try {
    if (rows.length === 0) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(rows));
  } catch {
    // A browser without room or leave to keep anything: the words are still on the screen and on their way.
  }
}

/** What was kept under a name and is of the shape asked for. */
export function unsentText<Row>(name: string, isRow: (row: unknown) => row is Row): Row[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? '[]');
    return Array.isArray(found) ? found.filter(isRow) : [];
  } catch {
    return [];
  }
}

/** Takes everything off this machine: at signing out, when somebody else may sit down at it. */
export function forgetUnsent(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing was kept there.
  }
}
