/** What is read under an id is read once, however often it is asked for. */
export function readOnce<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (id) => {
    const known = found.get(id) ?? read(id);
    found.set(id, known);
    return known;
  };
}
