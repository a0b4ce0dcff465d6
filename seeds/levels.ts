/** What a convention of each level says when nothing particular was agreed: the référentiel's own lists. */
import { Competence, type Level, ReceptionMode } from '../api/src/base/codes.js';
import type { ReferentialItemKind } from '../api/src/domain/referential/referential.codes.js';
import { defaultItems } from '../api/src/setup/default-referential.js';

const items = defaultItems();
const codesOf = (kind: ReferentialItemKind, level: Level): string[] =>
  items.filter((it) => it.kind === kind && it.levels.includes(level)).map(({ code }) => code);

export const missionsOf = (level: Level): string[] => codesOf('MISSION', level);
export const competencesOf = (level: Level): Competence[] =>
  Competence.filter((it) => codesOf('COMPETENCE', level).includes(it));

const modesOf = (level: Level): ReceptionMode[] =>
  ReceptionMode.filter((it) => codesOf('RECEPTION_MODE', level).includes(it));
export const receptionModesOf: Readonly<Record<Level, readonly ReceptionMode[]>> = {
  COMMUNICATION: modesOf('COMMUNICATION'),
  INFO: modesOf('INFO'),
  SUIVI: modesOf('SUIVI'),
  CONSEIL: modesOf('CONSEIL'),
};

export const meetingsOf: Readonly<Record<Level, number>> = { COMMUNICATION: 0, INFO: 1, SUIVI: 2, CONSEIL: 3 };

/** Dossier unique goes with SUIVI and CONSEIL in the référentiel; a guichet's own field may differ. */
export const dossierUniqueOf: Readonly<Record<Level, boolean>> = {
  COMMUNICATION: false,
  INFO: false,
  SUIVI: true,
  CONSEIL: true,
};
