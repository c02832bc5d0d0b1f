// The most recently used of many things, by a key.

export class Recent<T> {
  /** In the order of their use, the latest last. */
  private readonly things = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  has(key: string): boolean {
    return this.things.has(key);
  }

  get(key: string): T | undefined {
    const thing = this.things.get(key);
    if (thing !== undefined) this.set(key, thing);
    return thing;
  }

  set(key: string, thing: T): void {
    this.things.delete(key);
    this.things.set(key, thing);
    if (this.things.size <= this.most) return;
    for (const oldest of this.things.keys()) {
      this.things.delete(oldest);
      return;
    }
  }

  clear(): void {
    this.things.clear();
  }
}
