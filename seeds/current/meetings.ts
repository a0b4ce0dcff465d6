import type { Level } from '../../api/src/base/codes.js';
import { addDays } from '../../api/src/base/days.rules.js';
import type { MeetingKind, MeetingState } from '../../api/src/domain/meeting/meeting.codes.js';
import { workingDay } from '../days.js';
import type { MeetingRow } from '../rows.js';

const RECEIVING: readonly Level[] = ['INFO', 'SUIVI', 'CONSEIL'];
const FOLLOWING: readonly Level[] = ['SUIVI', 'CONSEIL'];

interface Planned {
  /** Days from today; 0 is today, or the next working day. */
  offset: number;
  kind: MeetingKind;
  title: string;
  levels: readonly Level[];
  agenda: string;
  state: MeetingState;
  morning?: boolean;
  remote?: boolean;
  place?: string;
}

const VOIRON = 'Siège du Pays Voironnais, Voiron';

/** A year on each side of today. The two just before today still have an open or untouched sheet: work for the staff's home page. */
const CALENDAR: readonly Planned[] = [
  {
    offset: -345,
    kind: 'TECHNICAL',
    title: 'Animation du service : bilan et calendrier',
    levels: RECEIVING,
    agenda: 'Bilan de l’année ; calendrier ; questions des guichets.',
    state: 'CLOSED',
    remote: true,
  },
  {
    offset: -290,
    kind: 'TRAINING',
    title: 'Formation : le parcours d’une demande',
    levels: RECEIVING,
    agenda: 'Dépôt, enregistrement, instruction, attribution.',
    state: 'CLOSED',
    morning: true,
    place: 'Salle des fêtes, Coublevie',
  },
  {
    offset: -235,
    kind: 'COTECH',
    title: 'Comité technique',
    levels: FOLLOWING,
    agenda: 'Suivi des conventions ; chiffres de l’enregistrement.',
    state: 'CLOSED',
    remote: true,
  },
  {
    offset: -180,
    kind: 'TECHNICAL',
    title: 'Animation du service : outils communs',
    levels: RECEIVING,
    agenda: 'Relecture des documents remis aux demandeurs.',
    state: 'CLOSED',
    place: 'Mairie de Moirans',
  },
  {
    offset: -150,
    kind: 'TECHNICAL',
    title: 'Rencontre avec les travailleurs sociaux',
    levels: FOLLOWING,
    agenda: 'Repérage des situations à risque.',
    state: 'CANCELLED',
  },
  {
    offset: -125,
    kind: 'TECHNICAL',
    title: 'Animation du service : échanges de pratiques',
    levels: RECEIVING,
    agenda: 'Cas difficiles ; accueil par téléphone.',
    state: 'CLOSED',
    remote: true,
  },
  {
    offset: -80,
    kind: 'TRAINING',
    title: 'Formation : le dossier unique',
    levels: FOLLOWING,
    agenda: 'Numériser, vérifier, transmettre ; pièces illisibles ou hors liste.',
    state: 'CLOSED',
    morning: true,
  },
  {
    offset: -27,
    kind: 'TECHNICAL',
    title: 'Animation du service : mise à jour des demandes',
    levels: RECEIVING,
    agenda: 'Renouvellement ; radiation ; relances.',
    state: 'OPEN',
    place: 'Mairie de Rives',
  },
  {
    offset: -13,
    kind: 'COTECH',
    title: 'Comité technique',
    levels: FOLLOWING,
    agenda: 'Préparation du bilan annuel.',
    state: 'PLANNED',
    remote: true,
  },
  {
    offset: 0,
    kind: 'TECHNICAL',
    title: 'Animation du service : règles d’attribution',
    levels: RECEIVING,
    agenda: 'Publics prioritaires ; commissions ; expliquer un refus.',
    state: 'OPEN',
    remote: true,
  },
  {
    offset: 26,
    kind: 'TRAINING',
    title: 'Formation : droits et devoirs du locataire',
    levels: RECEIVING,
    agenda: 'Bail, charges, impayés, logement indigne.',
    state: 'PLANNED',
    morning: true,
  },
  {
    offset: 65,
    kind: 'COTECH',
    title: 'Comité technique',
    levels: FOLLOWING,
    agenda: 'Lieu d’accueil commun : périmètre et portage.',
    state: 'PLANNED',
    remote: true,
  },
  {
    offset: 120,
    kind: 'TECHNICAL',
    title: 'Animation du service : offre de logements',
    levels: RECEIVING,
    agenda: 'Programmes à livrer ; loyers ; demande en ligne.',
    state: 'PLANNED',
    place: 'Mairie de Tullins',
  },
  {
    offset: 190,
    kind: 'TRAINING',
    title: 'Formation : conduire un entretien',
    levels: FOLLOWING,
    agenda: 'Nommer le besoin ; confronter le souhait à l’offre.',
    state: 'PLANNED',
    morning: true,
  },
  {
    offset: 300,
    kind: 'TECHNICAL',
    title: 'Animation du service : bilan et perspectives',
    levels: RECEIVING,
    agenda: 'Bilan de l’année ; suites du plan.',
    state: 'PLANNED',
    remote: true,
  },
];

/** Nobody calls the network together in August, nor between Christmas Eve and 2 January. */
const isQuiet = (day: string): boolean =>
  day.slice(5, 7) === '08' || day.slice(5) >= '12-24' || day.slice(5) <= '01-02';

/** A working day near `day` that no other meeting has, looked for away from today; today's own meeting is held whatever the season. */
function freeDay(day: string, direction: 1 | -1, taken: ReadonlySet<string>): string {
  let found = workingDay(day, direction);
  while (isQuiet(found) || taken.has(found)) found = workingDay(addDays(found, direction), direction);
  return found;
}

/** The meetings around `today`, on working days, in the order of the calendar above. */
export function meetingsOf(today: string): MeetingRow[] {
  const taken = new Set([workingDay(today, 1)]);
  return CALENDAR.map(
    (
      { offset, kind, title, levels, agenda, state, morning = false, remote = false, place = VOIRON },
      index,
    ): MeetingRow => {
      const heldOn = offset === 0 ? workingDay(today, 1) : freeDay(addDays(today, offset), offset < 0 ? -1 : 1, taken);
      taken.add(heldOn);
      return {
        meetingKey: `meeting-${String(index + 1).padStart(2, '0')}`,
        kind,
        title,
        heldOn,
        startTime: morning ? '09:00' : '14:00',
        endTime: morning ? '12:15' : '16:30',
        place,
        videoLink: remote ? `https://visio.example/parvis-${index + 1}` : null,
        organiserKey: kind === 'TRAINING' ? 'adil-isere' : 'pays-voironnais',
        levels: [...levels],
        agenda,
        // Only a meeting of this very day can be open for signing in before it is over.
        state: offset === 0 && heldOn > today ? 'PLANNED' : state,
        outside: false,
        declaredByKey: null,
        cancellationMotive:
          state === 'CANCELLED' ? 'Intervenant indisponible ; le sujet est repris dans l’année.' : null,
      };
    },
  );
}
