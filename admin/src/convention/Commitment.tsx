import { useTranslation } from 'react-i18next';
import { MissionList } from '../referential/missions';
import { LevelTag } from '../resource/value/tags';
import { useVocabulary } from '../resource/vocabulary';
import type { Version } from './events';
import { Fact, Part } from './Fact';
import { HoursTable } from './HoursTable';

const concept = 'ConventionVersion' as const;

/** What the guichet commits to, as one would read it out. */
export function Commitment({ version }: { version: Version }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const shared = { concept, row: version };
  const { registers, deliberationAssembly, deliberationOn, deliberationNumber, sneSignedOn, sneToRevise } = version;
  const bare =
    !registers && !deliberationAssembly && !deliberationOn && !deliberationNumber && !sneSignedOn && !sneToRevise;
  return (
    <>
      <Part title={t('convention.promised')}>
        <p className="level-said">
          <LevelTag level={version.level} /> {words.codeHelp('Level', version.level)}
        </p>
        <dl className="facts">
          <Fact {...shared} path="registers" />
          <Fact {...shared} path="dossierUnique" />
          <Fact {...shared} path="etp" />
          <Fact {...shared} path="meetingsPerYear" />
          <Fact {...shared} path="referential" />
        </dl>
        <h3 className="part-title">{words.label(concept, 'missions')}</h3>
        <MissionList missions={version.missions} items={version.referential.items.nodes} />
        <dl className="facts spaced">
          <Fact {...shared} path="competences" long />
          {version.levelConditions && <Fact {...shared} path="levelConditions" long />}
        </dl>
      </Part>
      <Part title={t('sections.reception')}>
        <dl className="facts">
          <Fact {...shared} path="receptionModes" long />
          <Fact {...shared} path="openingHours" long>
            <HoursTable value={version.openingHours} label={words.label(concept, 'openingHours')} />
          </Fact>
        </dl>
      </Part>
      <Part title={t('convention.acts')}>
        {bare ? (
          <p className="quiet">{t('convention.noActs')}</p>
        ) : (
          <dl className="facts">
            <Fact {...shared} path="deliberationAssembly" />
            <Fact {...shared} path="deliberationOn" />
            <Fact {...shared} path="deliberationNumber" />
            <Fact {...shared} path="sneSignedOn" />
            <Fact {...shared} path="sneToRevise" />
          </dl>
        )}
      </Part>
    </>
  );
}
