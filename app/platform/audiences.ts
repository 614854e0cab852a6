/** Somebody who is told what happens, as long as they listen. */
export interface Listener {
  /** False where they do not keep up, or are gone: then they are left out from now on. */
  readonly tell: (text: string) => boolean;
  readonly close: () => void;
}

/** Who listens to what in this process: kept in memory, told in one go. */
export class Audiences<One extends Listener> {
  readonly #listeners = new Map<string, Set<One>>();

  /** Adds one; what is returned takes them out again. */
  add(topic: string, listener: One): () => void {
    const all = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, all.add(listener));
    return () => this.#drop(topic, listener);
  }

  of(topic: string): readonly One[] {
    return [...(this.#listeners.get(topic) ?? [])];
  }

  topics(): readonly string[] {
    return [...this.#listeners.keys()];
  }

  /** Tells everybody for whom there are words. */
  tell(topic: string, wordsFor: (listener: One) => string | undefined): void {
    for (const one of this.of(topic)) {
      const words = wordsFor(one);
      if (words === undefined || one.tell(words)) continue;
      this.#drop(topic, one);
      one.close();
    }
  }

  /** Nobody listens any more. */
  close(): void {
    for (const topic of this.topics()) for (const one of this.of(topic)) one.close();
    this.#listeners.clear();
  }

  get size(): number {
    return [...this.#listeners.values()].reduce((sum, all) => sum + all.size, 0);
  }

  #drop(topic: string, listener: One): void {
    const all = this.#listeners.get(topic);
    all?.delete(listener);
    if (all?.size === 0) this.#listeners.delete(topic);
  }
}
