import type { EntryFieldFile, FieldFile } from './field-file.js';
import type { FieldId } from './formula.shared.js';
import type { SoundParts } from './sound-parts.js';
import type { OptionsFile, RepeatFile } from './worksheet-file.js';

export interface KnownField {
  readonly id: FieldId;
  readonly key: string;
  readonly section: string;
  /** The list whose entries have it. */
  readonly list: FieldId | null;
  /** Null where the file does not say it rightly. */
  readonly repeat: string | null;
  readonly file: FieldFile | EntryFieldFile | null;
}

/** Everything in a schema file that another part of it may name. */
export class SchemaNames {
  /** By key: the kind of row it has a form for. */
  readonly sections: ReadonlyMap<string, string | null>;
  readonly fields: ReadonlyMap<string, KnownField>;
  readonly options: ReadonlyMap<string, OptionsFile | null>;
  readonly anchors: ReadonlySet<string | null>;
  /** The kind of row that is there once. */
  readonly root: string | null;
  private readonly repeats: ReadonlyMap<string, RepeatFile | null>;

  constructor(parts: SoundParts) {
    this.sections = new Map(parts.sections.flatMap(({ key, head }) => (key === null ? [] : [[key, head?.repeat ?? null] as const])));
    this.fields = new Map(knownFields(parts).map((field) => [field.id, field]));
    this.options = parts.options;
    this.anchors = new Set(parts.anchors.map(({ key }) => key));
    this.repeats = parts.repeats;
    this.root = [...parts.repeats].find(([, repeat]) => repeat && 'once' in repeat)?.[0] ?? null;
  }

  hasRepeat(key: string): boolean {
    return this.repeats.has(key);
  }

  /** A field by what a part of this section calls it. */
  field(name: string, section: string | null): KnownField | undefined {
    const [first = '', ...rest] = name.split('.');
    if (rest.length === 0 || !this.sections.has(first)) return this.fields.get(`${section}.${name}`);
    return this.fields.get(name) ?? this.fields.get(`${section}.${name}`);
  }

  /** The kind of row that one of this kind lies within, and by which field; `null` for the one that is there once. */
  within(repeat: string): { readonly repeat: string; readonly by: FieldId | null } | null {
    if (repeat === this.root || this.root === null) return null;
    const spec = this.repeats.get(repeat);
    const by = spec && 'within' in spec && spec.within ? this.field(spec.within, null) : undefined;
    const target = by?.file?.type === 'ref' ? this.field(by.file.validation.refers_to, by.section) : undefined;
    return { repeat: target?.repeat ?? this.root, by: target && by ? by.id : null };
  }

  /** A kind of row and all it lies within, the widest last. */
  lineage(repeat: string): readonly string[] {
    const found = [repeat];
    for (let next = this.within(repeat); next && !found.includes(next.repeat); next = this.within(next.repeat)) found.push(next.repeat);
    return found;
  }
}

function knownFields(parts: SoundParts): KnownField[] {
  return parts.sections.flatMap(({ key: section, head, fields }) =>
    fields.flatMap(({ key, file, entries }): KnownField[] => {
      if (section === null || key === null) return [];
      const id: FieldId = `${section}.${key}`;
      const repeat = file?.scope ?? head?.repeat ?? null;
      const inside = entries.flatMap((entry): KnownField[] =>
        entry.key === null ? [] : [{ id: `${id}.${entry.key}`, key: entry.key, section, list: id, repeat, file: entry.file }],
      );
      return [{ id, key, section, list: null, repeat, file }, ...inside];
    }),
  );
}
