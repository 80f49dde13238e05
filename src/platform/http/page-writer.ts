import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ComponentType, h } from 'preact';
import { documentOf } from '../markup/document.js';
import type { Frame, FramePerson } from '../markup/frame.js';
import { type Actor, isCourseActor } from '../security/actor.js';
import { FormTokens } from '../security/form-token.js';
import type { AttraitRequest } from '../security/request.js';
import { DemonstrationNotice } from './demonstration-notice.js';
import { NavigationEntries } from './navigation-entries.js';

/** Renders a view inside the frame of the page: who reads it, in which language, where they are. */
@Injectable()
export class PageWriter {
  constructor(
    private readonly tokens: FormTokens,
    private readonly demonstration: DemonstrationNotice,
    private readonly navigation: NavigationEntries,
  ) {}

  write(request: AttraitRequest, view: ComponentType<never>, props: object): string {
    const frame = this.frameOf(request);
    return documentOf(h(view as ComponentType<object>, props), frame, this.navigation.navigationOf(frame));
  }

  private frameOf(request: AttraitRequest): Frame {
    const { tokens } = this;
    const { actor } = request;
    let formToken: string | undefined;
    return {
      lang: request.lang,
      path: request.url,
      // Read by forms alone: a page without a form gives a stranger no cookie. Worked out once for all of them.
      get formToken() {
        return (formToken ??= tokens.of(request));
      },
      person: actor && personOf(actor),
      course: isCourseActor(actor) ? { slug: actor.course.slug, title: actor.course.title[request.lang], role: actor.role } : null,
      demonstration: this.demonstration.isShown,
    };
  }
}

const personOf = ({ id, name, isAdmin, shortcutsEnabled }: Actor): FramePerson => ({
  key: keyOf(id),
  name,
  initials: initialsOf(name),
  isAdmin,
  hasShortcuts: shortcutsEnabled,
});

const keyOf = (personId: string): string => createHash('sha256').update(`person:${personId}`).digest('base64url').slice(0, 16);

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return (first.slice(0, 1) + last.slice(0, 1)).toLocaleUpperCase('fr');
}
