/** Freezes to the bottom: what is read over and over is made once, and nobody may change it for others. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
