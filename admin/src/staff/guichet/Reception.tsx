import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { Fact, Part } from '../convention/Fact';
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
      <dl className="facts">
        <Fact {...shared} path="address" />
        <Fact {...shared} path="telephone" />
        <Fact {...shared} path="registers" />
        <Fact {...shared} path="dossierUnique" />
        <Fact {...shared} path="receptionModes" long />
        <Fact {...shared} path="openingHours" long>
          <HoursTable value={guichet.openingHours} label={words.label(concept, 'openingHours')} />
        </Fact>
      </dl>
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
          <dl className="facts">
            <Fact {...shared} path="levelProposed" />
            <Fact {...shared} path="proposal" />
            <Fact {...shared} path="levelAgreed" />
          </dl>
        </Part>
      )}
      <Part title={t('sections.survey')}>
        {answers.every((path) => guichet[path] === null) ? (
          <p className="quiet">{t('guichet.noSurvey')}</p>
        ) : (
          <dl className="facts">
            {answers.map((path) => (
              <Fact key={path} {...shared} path={path} />
            ))}
            <Fact {...shared} path="source" />
          </dl>
        )}
      </Part>
    </>
  );
}
