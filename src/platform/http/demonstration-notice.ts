import { Injectable } from '@nestjs/common';

/** Whether this installation is a demonstration, which every page then says. Set once, at start. */
@Injectable()
export class DemonstrationNotice {
  isShown = false;
}
