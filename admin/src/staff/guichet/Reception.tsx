import { useTranslation } from 'react-i18next';
import { Facts, FieldFact } from '../../crud/page/Facts';
import { Part } from '../../crud/page/Part';
import { useVocabulary } from '../../crud/vocabulary';
import { HoursTable } from '../convention/HoursTable';
import type { GuichetRead } from './model';

const concept = 'Guichet' as const;

/** How the public is received: what one would pin to the door. */
export function Reception({ guichet }: { guichet: GuichetRead }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const shared = { concept, row: guichet };
  return (
    <Part title={t('sections.reception')}>
      <Facts>
        <FieldFact {...shared} path="address" />
        <FieldFact {...shared} path="telephone" />
        <FieldFact {...shared} path="registers" />
        <FieldFact {...shared} path="dossierUnique" />
        <FieldFact {...shared} path="receptionModes" long />
        <FieldFact {...shared} path="openingHours" long>
          <HoursTable value={guichet.openingHours} label={words.label(concept, 'openingHours')} />
        </FieldFact>
      </Facts>
    </Part>
  );
}

const answers = [
  'surveyAnswered',
  'receivesPublic',
  'appointments',
  'registersAfterAppointment',
  'usesEtoil',
  'sneConventionSigned',
] as const;

/** What the guichet answered to the reception survey, and how its level was discussed. */
export function Survey({ guichet }: { guichet: GuichetRead }) {
  const { t } = useTranslation();
  const shared = { concept, row: guichet };
  const { levelProposed, levelAgreed, proposal } = guichet;
  return (
    <>
      {(levelProposed || levelAgreed || proposal) && (
        <Part title={t('sections.proposal')}>
          <Facts>
            <FieldFact {...shared} path="levelProposed" />
            <FieldFact {...shared} path="proposal" />
            <FieldFact {...shared} path="levelAgreed" />
          </Facts>
        </Part>
      )}
      <Part title={t('sections.survey')}>
        {answers.every((path) => guichet[path] === null) ? (
          <p className="quiet">{t('guichet.noSurvey')}</p>
        ) : (
          <Facts>
            {answers.map((path) => (
              <FieldFact key={path} {...shared} path={path} />
            ))}
            <FieldFact {...shared} path="source" />
          </Facts>
        )}
      </Part>
    </>
  );
}
