/** What a convention of each level says when nothing particular was agreed: the référentiel's own lists. */
import {
  Competence,
  competenceLevels,
  type Level,
  Mission,
  missionLevels,
  type ReceptionMode,
} from '../api/src/domain/codes.js';

export const missionsOf = (level: Level): Mission[] => Mission.filter((it) => missionLevels[it].includes(level));
export const competencesOf = (level: Level): Competence[] =>
  Competence.filter((it) => competenceLevels[it].includes(level));

export const receptionModesOf: Readonly<Record<Level, readonly ReceptionMode[]>> = {
  COMMUNICATION: [],
  INFO: ['IN_PERSON_WALK_IN', 'TELEPHONE'],
  SUIVI: ['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT', 'TELEPHONE'],
  CONSEIL: ['IN_PERSON_APPOINTMENT', 'TELEPHONE', 'TELEPHONE_DUTY', 'INTERVIEW_APPOINTMENT'],
};

export const meetingsOf: Readonly<Record<Level, number>> = { COMMUNICATION: 0, INFO: 1, SUIVI: 2, CONSEIL: 3 };

/** Dossier unique goes with SUIVI and CONSEIL in the référentiel; a guichet's own field may differ. */
export const dossierUniqueOf: Readonly<Record<Level, boolean>> = {
  COMMUNICATION: false,
  INFO: false,
  SUIVI: true,
  CONSEIL: true,
};
