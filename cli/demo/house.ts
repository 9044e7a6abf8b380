import type { Connected } from '../../runtime/config';
import type { Language } from '../shell/language';
import { type Founded, foundOrganisation, type People } from './organisation';

/** Who answers for data protection, in the story and in an exercise. */
export const DPO = 'Sacha Gabarit';

/** Roles under the names by which the story calls people. */
const team = {
  director: { name: 'Alix Modèle', roles: ['DIR'] },
  dpo: { name: DPO, roles: ['DPO'] },
  manager: { name: 'Lou Canevas', roles: ['IM'] },
  onCall: { name: 'Noa Patron', roles: ['O'] },
} as const satisfies People<string>;

/** The controller's people; its data protection officer is the contact of the short contract. */
const controllerTeam = {
  director: { name: 'Dominique Exemple', roles: ['DIR'] },
  dpo: { name: 'Charlie Épreuve', roles: ['DPO'] },
} as const satisfies People<string>;

export type Part = keyof typeof team;
export type House = Founded<Part>;
export type ControllerPart = keyof typeof controllerTeam;
export type ControllerHouse = Founded<ControllerPart>;

/**
 * An organisation of its own for each demonstration, on the running system: what is shown must never lie in a real
 * journal, from which nothing can be taken out again.
 */
export const openHouse = (config: Connected, name: string, language: Language): Promise<House> =>
  foundOrganisation(config, { name, language, people: team });

/** The other side: the organisation of the controller, in the same installation. */
export const openControllerHouse = (config: Connected, name: string, language: Language): Promise<ControllerHouse> =>
  foundOrganisation(config, { name, language, people: controllerTeam });
