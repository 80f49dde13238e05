import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Autosave, type AutosaveOptions, type SaveState, watchPage } from './save.js';

interface Options<Draft> extends Pick<AutosaveOptions<Draft>, 'version' | 'send' | 'isSame'> {
  /** Leaving a field inside saves at once. */
  readonly fields: RefObject<HTMLElement | null>;
}

export interface Saving<Draft> {
  readonly state: SaveState<Draft>;
  readonly change: (draft: Draft) => void;
  readonly flush: () => Promise<void>;
  readonly settle: (draft: Draft, version: number) => Promise<void>;
  readonly wouldLose: () => boolean;
  /** The newest version the server has told of. */
  readonly version: () => number;
}

/** An autosave that lives as long as its island, tied to the page around it. */
export function useAutosave<Draft>({ version, send, isSame, fields }: Options<Draft>): Saving<Draft> {
  const [state, tell] = useState<SaveState<Draft>>({ kind: 'idle' });
  const known = useRef(version);
  const sender = useRef(send);
  const engine = useRef<Autosave<Draft> | null>(null);
  sender.current = send;
  useEffect(() => {
    engine.current = new Autosave<Draft>({
      version,
      tell,
      send: async (draft, from, moment) => {
        const outcome = await sender.current(draft, from, moment);
        if (outcome.kind !== 'refused') known.current = outcome.version;
        return outcome;
      },
      ...(isSame && { isSame }),
    });
    return watchPage(engine.current, fields.current!);
  }, []);
  return {
    state,
    change: (draft) => engine.current?.change(draft),
    flush: async () => engine.current?.flush(),
    settle: async (draft, from) => engine.current?.settle(draft, from),
    wouldLose: () => engine.current?.wouldLose() ?? false,
    version: () => known.current,
  };
}
