import { Select, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Missing } from '../../crud/page/Missing';
import { Part } from '../../crud/page/Part';
import { basePath, pathTo, resourceOf } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { CompareReferentialsDocument, ReferentialVersionsDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { usePage, useRead } from '../../providers/use-read';
import { useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { Changes, Counts, GuichetChanges } from './Comparison';
import { formerOf, type Versions } from './model';

/** A version beside another: what differs, and whose standing it would change. The address holds what is compared. */
export function ComparePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const words = useVocabulary();
  const resource = resourceOf('Referential');
  const { data, error, refetch } = useRead('ReferentialVersions', ReferentialVersionsDocument, {});
  const version = data?.referentials.nodes.find((one) => one.id === id);
  const title = t('referential.compare.title');
  const above = version && [
    { label: words.many('Referential'), href: basePath('Referential') },
    { label: version.name, href: pathTo('Referential', id) },
  ];
  usePageTitle(title, { above });
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  if (!version) return <Missing resource={resource} error={{ message: '' }} />;
  return (
    <article className="page referential" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {title}
      </Typography.Title>
      <Compared version={version} versions={data.referentials.nodes} />
    </article>
  );
}

function Compared({ version, versions }: { version: Versions[number]; versions: Versions }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const thisYear = Number(useToday().slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const others = versions.filter(({ id }) => id !== version.id);
  const other = others.find(({ id }) => id === search.get('with')) ?? formerOf(versions, version) ?? others[0];
  const years = [thisYear - 1, thisYear, thisYear + 1];
  const year = years.find((one) => one === Number(search.get('year'))) ?? thisYear;
  // The older one first, whichever page one came from.
  const [from, to] = other && other.validFrom > version.validFrom ? [version, other] : [other, version];
  const asked = { fromId: from?.id ?? '', toId: to?.id ?? '', year };
  const { data, error, refetch } = usePage('CompareReferentials', CompareReferentialsDocument, asked, Boolean(other));
  const choose = (key: string, value: string) =>
    setSearch(
      (before) => {
        before.set(key, value);
        return before;
      },
      { replace: true },
    );
  if (!other || !from || !to) return <p className="quiet">{t('referential.compare.alone')}</p>;
  const nameOf = ({ name, number }: Versions[number]) => t('referential.compare.version', { name, number });
  const about = (one: Versions[number]) =>
    `${words.code('ReferentialState', one.state)} · ${t('referential.compare.since', { day: formatDay(one.validFrom) })}`;
  return (
    <>
      <div className="compare-choice">
        <div>
          <strong>{nameOf(from)}</strong>
          <span className="quiet">{about(from)}</span>
        </div>
        <div>
          <strong>{nameOf(to)}</strong>
          <span className="quiet">{about(to)}</span>
        </div>
        <div className="compare-tools no-print">
          {others.length > 1 && (
            <div className="compare-tool">
              <span id="compare-with">{t('referential.compare.with')}</span>
              <Select
                aria-labelledby="compare-with"
                value={other.id}
                onChange={(id: string) => choose('with', id)}
                options={others.map((one) => ({ value: one.id, label: nameOf(one) }))}
              />
            </div>
          )}
          <div className="compare-tool">
            <span id="compare-year">{t('referential.compare.year')}</span>
            <Select
              aria-labelledby="compare-year"
              value={year}
              onChange={(one: number) => choose('year', String(one))}
              options={years.map((one) => ({ value: one, label: String(one) }))}
            />
          </div>
        </div>
      </div>
      {error && !data ? (
        <Missing sentence={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <Part title={t('referential.compare.guichetsTitle')}>
            <p className="quiet">{t('referential.compare.how', { year })}</p>
            <GuichetChanges comparison={data.compareReferentials} year={year} />
          </Part>
          <Part title={t('referential.compare.differences')}>
            <Counts comparison={data.compareReferentials} />
            <Changes comparison={data.compareReferentials} names={[nameOf(from), nameOf(to)]} />
          </Part>
        </>
      )}
    </>
  );
}
