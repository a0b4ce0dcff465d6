/** What this browser remembers of a person's taste. A browser that refuses storage forgets, and all works. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`parvis.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`parvis.${key}`, value);
  } catch {
    // Private browsing: nothing to keep.
  }
}
