import { type Html, template } from './frame/engine';
import type { Frame } from './frame/frame';
import { drawnItems } from './parts/items';
import type { Paper } from './parts/paper';

const written = template<object>('{{> paper}}');

/** The notice as its reader gets it: in the language and zone of the contract, whatever the page around it speaks. */
export const writtenPaper = (frame: Frame, paper: Paper): Html =>
  written({ ...frame, language: paper.language, zone: paper.zone }, { paper, paperItems: drawnItems(paper.items) });
