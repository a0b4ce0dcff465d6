export const OrganisationKind = [
  'COMMUNE',
  'BAILLEUR',
  'EPCI',
  'CCAS',
  'ADIL',
  'ACTION_LOGEMENT',
  'STATE',
  'ASSOCIATION',
] as const;
export type OrganisationKind = (typeof OrganisationKind)[number];

/** Which organisations register only after a deliberation of their assembly (a commune, by law; its CCAS is carried by it). */
export const registersByDeliberation: Readonly<Record<OrganisationKind, boolean>> = {
  COMMUNE: true,
  CCAS: true,
  BAILLEUR: false,
  EPCI: false,
  ADIL: false,
  ACTION_LOGEMENT: false,
  STATE: false,
  ASSOCIATION: false,
};
