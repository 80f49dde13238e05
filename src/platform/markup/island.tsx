import { type ComponentType, h } from 'preact';
import { asset } from './assets.js';
import { useFrame } from './frame.js';
import { useViewAs } from './view-as.js';

interface IslandProps<P extends object> {
  readonly of: ComponentType<P>;
  /** The stem of its file: `grading` for `grading.island.tsx`. */
  readonly name: string;
  /** Goes to the browser as it stands: the whitelist of what this person may read. */
  readonly props: P;
}

/** Renders a component here and wakes it up in the browser, in the same frame. Without a script, or seen through another's eyes, it stays as rendered. */
export const Island = <P extends object>({ of, name, props }: IslandProps<P>) =>
  useViewAs() === null ? <Awake of={of} name={name} props={props} /> : h(of, props);

const Awake = <P extends object>({ of, name, props }: IslandProps<P>) => (
  <>
    <div data-island={name} data-props={JSON.stringify(props)} data-frame={JSON.stringify(useFrame())}>
      {h(of, props)}
    </div>
    <script type="module" src={asset(`${name}.island.js`)} />
  </>
);
