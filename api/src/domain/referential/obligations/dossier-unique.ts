import { presentFact } from './present-fact.js';

/** `dossierUnique`: null when never entered. */
interface Facts {
  readonly dossierUnique: boolean | null;
}

/** The guichet digitises the pieces of the dossier unique. */
export const dossierUnique = presentFact<Facts>({
  asks: [],
  required: [],
  unit: null,
  isYesOrNo: () => true,
  remedy: 'GUICHET',
  ofPeople: false,
  facts: { dossierUnique: 'g.dossier_unique' },
  flaw: () => null,
  read: ({ facts }) => ({
    value: facts.dossierUnique === null ? null : Number(facts.dossierUnique),
    target: 1,
    evidence: {},
  }),
});
