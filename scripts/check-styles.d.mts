export interface Source {
  readonly path: string;
  readonly text: string;
}
export function crossings(sources: readonly Source[]): Promise<string[]>;
