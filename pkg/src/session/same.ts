/** Whether two values of JSON say the same; objects with their keys in one order, as the engine writes them. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key, at) => key === others[at] && same((one as { [key: string]: unknown })[key], (other as { [key: string]: unknown })[key]))
  );
}
