import { Alert, Form, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { RelationSelect } from '../../crud/form/RelationSelect';
import { ResourceForm } from '../../crud/form/ResourceForm';
import type { Values } from '../../crud/form/values';
import { Missing } from '../../crud/page/Missing';
import { pathTo, resourceOf } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { NewConventionDocument, type NewConventionQuery } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { ApiError } from '../../providers/errors';
import { useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { codesOf, type ItemKind } from '../referential/items';
import { lastDayOf } from './events';
import './convention.css';
import { usePage } from '../../providers/use-read';

type Guichet = NonNullable<NewConventionQuery['guichet']>;

/** A new convention: for which guichet, then a form in which all that is known is filled in already. */
export function NewConventionPage() {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const guichetId = search.get('guichetId') ?? '';
  const asked = { guichetId, today };
  const { data, error, refetch } = usePage('NewConvention', NewConventionDocument, asked, guichetId !== '');
  const heading = data?.guichet ? t('convention.newFor', { name: data.guichet.name }) : t('convention.new');
  usePageTitle(heading, { here: t('convention.new') });
  const choose = ([id = '']: string[]) => setSearch(id ? { guichetId: id } : {}, { replace: true });
  return (
    <section className="page narrow-page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {heading}
      </Typography.Title>
      <section className="form-section">
        <Form layout="vertical" component={false}>
          <Form.Item
            label={t('convention.whichGuichet')}
            htmlFor="guichet-choice"
            extra={guichetId ? undefined : t('convention.whichGuichetHelp')}
          >
            <RelationSelect
              id="guichet-choice"
              concept="Guichet"
              label={words.label('Convention', 'guichet')}
              clearable={false}
              among={{ or: [{ closedOn: { isNull: true } }, { closedOn: { gt: today } }] }}
              value={guichetId ? [guichetId] : []}
              onChange={choose}
            />
          </Form.Item>
        </Form>
      </section>
      {guichetId !== '' &&
        (error && !data ? (
          <Missing resource={resourceOf('Guichet')} error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : data.guichet ? (
          <Filled key={guichetId} guichet={data.guichet} data={data} />
        ) : (
          <Missing resource={resourceOf('Guichet')} error={new ApiError('NOT_FOUND', '')} />
        ))}
    </section>
  );
}

const underway = ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'];

function Filled({ guichet, data }: { guichet: Guichet; data: NewConventionQuery }) {
  const { t } = useTranslation();
  const today = useToday();
  const versions = guichet.conventionVersions.nodes;
  const begun = versions.find(({ state }) => underway.includes(state));
  const inForce = versions.find(({ status }) => status === 'IN_FORCE');
  const contents = resourceOf('ConventionVersion');
  const convention = resourceOf('Convention');
  if (!contents?.form || !convention) return null;
  if (guichet.closedOn && guichet.closedOn <= today)
    return <Missing sentence={t('convention.guichetClosed', { day: formatDay(guichet.closedOn) })} />;

  return (
    <>
      {begun && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          message={t('convention.begun', { number: begun.convention.number })}
          action={<Link to={pathTo('Convention', begun.convention.id)}>{t('convention.open')}</Link>}
        />
      )}
      {inForce && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          message={t('convention.boundUntil', {
            number: inForce.convention.number,
            day: formatDay(lastDayOf(inForce)),
          })}
        />
      )}
      <ResourceForm
        resource={contents}
        sections={contents.form}
        start={startOf(guichet, data)}
        adds={convention}
        complete={(values) => ({ ...values, guichetId: guichet.id })}
        addLabel={t('convention.prepare')}
      />
    </>
  );
}

/** All that can be known beforehand: the level agreed, the guichet's reception, the plan's term, the référentiel's demands. */
function startOf(guichet: Guichet, { proposedTerm, referentials }: NewConventionQuery): Values {
  const { conventionVersions } = guichet;
  const level = guichet.levelAgreed ?? guichet.level ?? guichet.levelProposed ?? null;
  const bound = conventionVersions.nodes.filter(({ state }) => state === 'SIGNED' || state === 'TERMINATED');
  const [referential] = referentials.nodes;
  const meetings = referential?.obligations.nodes.find((obligation) => obligation.level === level)?.target;
  const proposed = (kind: ItemKind) => level && codesOf(referential?.items.nodes ?? [], kind, level);
  return {
    level,
    referentialId: referential?.id ?? null,
    registers: guichet.registers ?? false,
    dossierUnique: guichet.dossierUnique ?? false,
    receptionModes: guichet.receptionModes ?? proposed('RECEPTION_MODE'),
    openingHours: guichet.openingHours ?? null,
    missions: proposed('MISSION'),
    competences: proposed('COMPETENCE'),
    meetingsPerYear: meetings ?? (level ? 0 : null),
    sneSignedOn: bound.find(({ sneSignedOn }) => sneSignedOn)?.sneSignedOn ?? null,
    startsOn: proposedTerm.startsOn,
    endsOn: proposedTerm.endsOn,
  };
}
