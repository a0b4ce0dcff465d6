import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, FieldFact } from '../../crud/page/Facts';
import { Part } from '../../crud/page/Part';
import { LevelTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { MissionList } from '../referential/missions';
import type { Version } from './events';
import { HoursTable } from './HoursTable';
import { Remarkable } from './review/Remarks';
import { useReview } from './review/review';

const concept = 'ConventionVersion' as const;

interface ItemProps {
  version: Version;
  path: string;
  long?: boolean;
  /** Instead of the value's usual look. */
  children?: ReactNode;
}

/** A field of the version, with what the review says of it. */
export function Item({ version, path, long, children }: ItemProps) {
  const words = useVocabulary();
  return (
    <FieldFact
      concept={concept}
      row={version}
      path={path}
      long={long}
      around={(fact) => (
        <Remarkable field={path} label={words.label(concept, path)}>
          {fact}
        </Remarkable>
      )}
    >
      {children}
    </FieldFact>
  );
}

interface Props {
  version: Version;
  /** Buttons that record the acts below, at the title of their part. */
  record?: ReactNode;
}

/** What the guichet commits to, as one would read it out. */
export function Commitment({ version, record }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { open } = useReview();
  const { registers, deliberationAssembly, deliberationOn, deliberationNumber, sneSignedOn, sneToRevise } = version;
  const bare =
    !registers && !deliberationAssembly && !deliberationOn && !deliberationNumber && !sneSignedOn && !sneToRevise;
  return (
    <>
      <Part title={t('convention.promised')}>
        <Remarkable field="level" label={words.label(concept, 'level')}>
          <p className="level-said">
            <LevelTag level={version.level} /> {words.codeHelp('Level', version.level)}
          </p>
        </Remarkable>
        <Facts>
          <Item version={version} path="registers" />
          <Item version={version} path="dossierUnique" />
          <Item version={version} path="etp" />
          <Item version={version} path="meetingsPerYear" />
          <Item version={version} path="referential" />
        </Facts>
        <Remarkable
          field="missions"
          label={words.label(concept, 'missions')}
          more={<MissionList missions={version.missions} items={version.referential.items.nodes} />}
        >
          <h3 className="part-title">{words.label(concept, 'missions')}</h3>
        </Remarkable>
        <Facts spaced>
          <Item version={version} path="competences" long />
          {(version.levelConditions || open) && <Item version={version} path="levelConditions" long />}
        </Facts>
      </Part>
      <Part title={t('sections.reception')}>
        <Facts>
          <Item version={version} path="receptionModes" long />
          <Item version={version} path="openingHours" long>
            <HoursTable value={version.openingHours} label={words.label(concept, 'openingHours')} />
          </Item>
        </Facts>
      </Part>
      <Part title={t('convention.acts')} extra={record}>
        {bare && !open ? (
          <p className="quiet">{t('convention.noActs')}</p>
        ) : (
          <Facts>
            <Item version={version} path="deliberationAssembly" />
            <Item version={version} path="deliberationOn" />
            <Item version={version} path="deliberationNumber" />
            <Item version={version} path="sneSignedOn" />
            <Item version={version} path="sneToRevise" />
          </Facts>
        )}
      </Part>
    </>
  );
}

/** The fields that one may remark on, in the order of the page. */
export const remarkableFields = [
  'startsOn',
  'endsOn',
  'level',
  'registers',
  'dossierUnique',
  'etp',
  'meetingsPerYear',
  'referential',
  'missions',
  'competences',
  'levelConditions',
  'receptionModes',
  'openingHours',
  'deliberationAssembly',
  'deliberationOn',
  'deliberationNumber',
  'sneSignedOn',
  'sneToRevise',
];
