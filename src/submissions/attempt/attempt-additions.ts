import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { NavigationEntry } from '../../platform/markup/navigation.js';
import type { CourseActor } from '../../platform/security/actor.js';
import type { SubmittedWork } from '../submitted-work.js';

/** What a room that knows more of an attempt puts on its page, drawn for this reader. */
export interface AttemptAddition {
  /** The entry of the navigation under which the reader finds such pages; the project unless given. */
  readonly current?: NavigationEntry['word'];
  /** What can be done with the attempt: beside the title. */
  readonly action?: ComponentChild;
  /** A section of its own, before the receipt. */
  readonly section?: ComponentChild;
}

/** Asked for an attempt that the reader may see; whether they may see what it adds is for the room that adds it. */
type AttemptAdditionSource = (actor: CourseActor, work: SubmittedWork) => Promise<AttemptAddition>;

/** Where rooms declare what they show on the page of an attempt, each when its module is made. */
@Injectable()
export class AttemptAdditions {
  private readonly sources: AttemptAdditionSource[] = [];

  add(source: AttemptAdditionSource): void {
    this.sources.push(source);
  }

  listFor(actor: CourseActor, work: SubmittedWork): Promise<AttemptAddition[]> {
    return Promise.all(this.sources.map((source) => source(actor, work)));
  }
}
