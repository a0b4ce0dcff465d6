import { CopyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../crud/list/DataTable';
import { useVocabulary } from '../../crud/vocabulary';
import { DocumentTagsDocument, type DocumentTagsQuery } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import { VersionSelect } from './VersionSelect';

type Tag = DocumentTagsQuery['documentTags'][number];

/** As it is typed in Word. */
const written = ({ tag, kind }: Tag): string => (kind === 'VALUE' ? `{${tag}}` : `{#${tag}}…{/${tag}}`);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every tag of the documents, to be searched and copied, with what each says of a chosen convention. */
export function Tags() {
  const { t, i18n } = useTranslation();
  const words = useVocabulary();
  const searchId = useId();
  const versionLabel = useId();
  const [search, setSearch] = useState('');
  const [versionId, setVersionId] = useState<string>();
  const { data, error } = useRead('DocumentTags', DocumentTagsDocument, {
    versionId: versionId ?? null,
    locale: i18n.language === 'en' ? 'en' : 'fr',
  });
  if (error && !data) return <Alert type="warning" showIcon message={error.message} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} title={false} />;
  const wanted = plain(search.trim());
  const shown = data.documentTags.filter((one) => plain(`${written(one)} ${one.label}`).includes(wanted));
  const groups = [...new Set(data.documentTags.map(({ group }) => group))].flatMap((group) => {
    const tags = shown.filter((one) => one.group === group);
    return tags.length > 0 ? [{ group, tags }] : [];
  });
  return (
    <div className="documents">
      <p>{t('document.tags.how')}</p>
      <div className="tag-tools">
        <div>
          <label htmlFor={searchId}>{t('document.tags.search')}</label>
          <Input id={searchId} allowClear value={search} onChange={({ target }) => setSearch(target.value)} />
        </div>
        <div>
          <span id={versionLabel}>{t('document.tags.of')}</span>
          <VersionSelect labelledBy={versionLabel} value={versionId} onChange={setVersionId} />
        </div>
      </div>
      <p className="quiet" aria-live="polite">
        {t('document.tags.count', { count: shown.length })}
      </p>
      {groups.map(({ group, tags }) => (
        // What is searched for is in sight; else a group opens when it is pressed.
        <details key={`${group} ${wanted !== ''}`} className="tag-group" open={wanted !== ''}>
          <summary>
            <span className="tag-group-name">{words.code('TagGroup', group)}</span>{' '}
            <span className="quiet">{t('document.tags.count', { count: tags.length })}</span>
          </summary>
          <TagTable tags={tags} valued={versionId !== undefined} />
        </details>
      ))}
    </div>
  );
}

interface TableProps {
  tags: readonly Tag[];
  /** Are the values of a convention asked for? */
  valued: boolean;
}

function TagTable({ tags, valued }: TableProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    <DataTable
      rowKey={({ lists, tag }) => [...lists, tag].join('/')}
      dataSource={tags}
      columns={[
        {
          key: 'tag',
          title: t('document.tags.tag'),
          rowScope: 'row',
          width: '34%',
          render: (_, one) => <Copied text={written(one)} />,
        },
        {
          key: 'says',
          title: t('document.tags.says'),
          render: (_, { kind, label, lists }) => (
            <>
              {label}
              <span className="quiet tag-kind">
                {kind !== 'VALUE' && words.code('TagKind', kind)}
                {kind !== 'VALUE' && lists.length > 0 && ' · '}
                {lists.length > 0 && t('document.tags.within', { list: lists.join(' › ') })}
              </span>
            </>
          ),
        },
        {
          key: 'value',
          title: t(valued ? 'document.tags.value' : 'document.tags.example'),
          width: '30%',
          render: (_, { value, example }) => (
            <span className="prose">
              {(valued ? value : example) || <span className="not-entered">{t('document.tags.empty')}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}

/** A tag, and a button that copies it. */
function Copied({ text }: { text: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      await message.success(t('document.tags.copied', { tag: text, interpolation: { escapeValue: false } }));
    } catch {
      await message.warning(t('document.copyFailed'));
    }
  };
  return (
    <span className="tag-name">
      <code>{text}</code>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined />}
        aria-label={t('document.tags.copy', { tag: text })}
        onClick={copy}
      />
    </span>
  );
}
