import type { Acts } from './acts';
import type { ControllerActs } from './controllerActs';
import type { ControllerHouse, House } from './house';
import type { CaughtMails } from './mailbox';
import type { Story } from './story';

/** The controller's side: its organisation of the same installation, and what its people do. */
export type Controller = { house: ControllerHouse; acts: ControllerActs };

/** What every chapter has at hand. */
export type Stage = {
  story: Story;
  acts: Acts;
  house: House;
  controller: Controller;
  mails: CaughtMails;
  url: string;
  now(): Date;
};

/** The engine answers a poke in well under a second; a busy machine gets more (milliseconds). */
export const SOON_MS = 15_000;
