import { DiffOutlined, EditOutlined, LockOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton, Space, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DeleteButton } from '../../crud/page/DeleteButton';
import { Missing } from '../../crud/page/Missing';
import { Part } from '../../crud/page/Part';
import { basePath, pathTo, resourceOf } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { CodeTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { ReferentialPageDocument, type ReferentialPageQuery } from '../../generated/graphql';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format';
import { ApiError } from '../../providers/errors';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { Printed } from '../convention/Printed';
import { Timeline } from '../history/Timeline';
import { compareAddress } from './addresses';
import { isLevel, levels } from './items';
import { LevelPanel } from './LevelPanel';
import { formerOf, type Version, type Versions } from './model';
import { type Editing, PartDrawer } from './PartDrawer';
import { PublishDialog } from './PublishDialog';
import { Strictness } from './Strictness';
import './referential.css';
import { usePage } from '../../providers/use-read';

/** A version of the référentiel, level by level: read when it is published, changed in place while it is prepared. */
export function ReferentialPage({ id }: { id: string }) {
  const { data, error, refetch } = usePage('ReferentialPage', ReferentialPageDocument, { id });
  const resource = resourceOf('Referential');
  usePageTitle(data?.referential?.name ?? '');
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  if (!data.referential) return <Missing resource={resource} error={new ApiError('NOT_FOUND', '')} />;
  return <Story version={data.referential} versions={data.versions.nodes} followed={data.followed} />;
}

interface StoryProps {
  version: Version;
  versions: Versions;
  followed: ReferentialPageQuery['followed'];
}

function Story({ version, versions, followed }: StoryProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const staff = useOffered('Referential', 'update');
  const [search, setSearch] = useSearchParams();
  const [editing, setEditing] = useState<Editing>();
  const editable = version.state === 'DRAFT' && staff;
  const asked = search.get('level');
  const level = isLevel(asked) ? asked : levels[1];
  return (
    <article className="page referential" aria-labelledby="page-title">
      <Printed epci={version.epci.name} />
      <Head version={version} versions={versions} editable={editable} />
      <Standing version={version} versions={versions} followed={followed} />
      <Part title={t('referential.byLevel')}>
        <Tabs
          className="level-tabs"
          activeKey={level ?? ''}
          onChange={(key) => setSearch({ level: key }, { replace: true })}
          items={levels.map((one) => ({
            key: one,
            label: words.code('Level', one),
            forceRender: true,
            children: <LevelPanel version={version} level={one} onEdit={editable ? setEditing : undefined} />,
          }))}
        />
      </Part>
      <Part title={t('referential.strictness')}>
        <p className="quiet">{t('referential.strictnessHelp')}</p>
        <Strictness version={version} editable={editable} />
      </Part>
      <Timeline id={version.id} parts />
      <PartDrawer version={version} editing={editing} onClose={() => setEditing(undefined)} />
    </article>
  );
}

function Head({ version, versions, editable }: { version: Version; versions: Versions; editable: boolean }) {
  const { t } = useTranslation();
  const role = useRole();
  const drafts = useOffered('Referential', 'create');
  const [publishing, setPublishing] = useState(false);
  const { id, revision, name, number, state, validFrom, validTo } = version;
  const resource = resourceOf('Referential');
  if (!resource) return null;
  const other = formerOf(versions, version) ?? versions.find((one) => one.id !== id);
  const days = { from: formatDay(validFrom), to: validTo ? formatDay(validTo) : '' };
  return (
    <>
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" tabIndex={-1}>
            {name}
          </Typography.Title>
          <p className="quiet">
            {t('referential.number', { number })}
            {' · '}
            {t(`referential.valid.${state}${validTo ? 'Until' : ''}`, days)}
          </p>
          <div className="page-state">
            <CodeTag list="ReferentialState" value={state} />
          </div>
        </div>
        <Space wrap className="no-print">
          {editable && (
            <Button type="primary" onClick={() => setPublishing(true)}>
              {t('referential.publish.action')}
            </Button>
          )}
          {other && role === 'EPCI_STAFF' && (
            <LinkButton icon={<DiffOutlined />} to={compareAddress(id, other.id)}>
              {t('referential.compare.action')}
            </LinkButton>
          )}
          {!editable && drafts && (
            <LinkButton type="primary" to={`${basePath('Referential')}/new`}>
              {t('referential.prepare.action')}
            </LinkButton>
          )}
          {editable && (
            <LinkButton icon={<EditOutlined />} to={`${pathTo('Referential', id)}/edit`}>
              {t('referential.rename')}
            </LinkButton>
          )}
          {editable && <DeleteButton resource={resource} row={{ id, revision, name }} />}
        </Space>
      </header>
      {publishing && (
        <PublishDialog version={version} former={formerOf(versions, version)} onClose={() => setPublishing(false)} />
      )}
    </>
  );
}

/** What a published version is to people, or what a draft takes over from. */
function Standing({ version, versions, followed: { totalCount } }: StoryProps) {
  const { t } = useTranslation();
  const former = formerOf(versions, version);
  if (version.state === 'DRAFT')
    return former ? (
      <Alert
        type="info"
        showIcon
        message={
          <>
            {t('referential.draftOf')} <Link to={pathTo('Referential', former.id)}>{former.name}</Link>
            {t('referential.draftOfEnd', { day: formatDay(version.validFrom) })}
          </>
        }
      />
    ) : null;
  return (
    <Alert
      type="info"
      showIcon
      icon={<LockOutlined />}
      message={
        <>
          {version.publishedAt && t('referential.publishedOn', { day: formatInstant(version.publishedAt) })}{' '}
          {totalCount > 0 && t('referential.followed', { count: totalCount, formatted: formatNumber(totalCount) })}
        </>
      }
    />
  );
}
