import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import type { VersionFilesQuery } from '../../generated/graphql';
import { formatInstant, formatSize } from '../../i18n/format';
import { DownloadButton } from './DownloadButton';

export type KeptFile = NonNullable<VersionFilesQuery['conventionVersion']>['files']['nodes'][number];

/** The signed originals, the last one first: what it is, who added it and when, and the fingerprint that proves it unchanged. */
export function FileList({ files }: { files: readonly KeptFile[] }) {
  const words = useVocabulary();
  const { t } = useTranslation();
  return (
    <ul className="plain-list kept-files">
      {files.map(({ id, kind, rank, fileName, size, sha256, addedByName, createdAt }) => (
        <li key={id}>
          <div className="kept-file">
            <strong>{fileName}</strong>
            <span className="quiet">
              {words.code('ConventionFileKind', kind)}
              {rank > 1 && ` · ${t('document.rank', { rank })}`}
              {' · '}
              {formatSize(size)}
            </span>
            <span className="quiet">{t('document.added', { who: addedByName, when: formatInstant(createdAt) })}</span>
            <Fingerprint sha256={sha256} />
          </div>
          <DownloadButton
            path={`/documents/files/${id}`}
            icon={<DownloadOutlined />}
            className="no-print"
            aria-label={t('document.downloadFile', { name: fileName })}
          >
            {t('document.download')}
          </DownloadButton>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of a SHA-256, and a button that copies it whole. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256);
      await message.success(t('document.copied'));
    } catch {
      await message.warning(t('document.copyFailed'));
    }
  };
  return (
    <span className="quiet fingerprint">
      <Tooltip title={sha256}>
        <span>
          {t('document.fingerprint')} <code>{sha256.slice(0, 12)}…</code>
        </span>
      </Tooltip>
      <Button
        type="text"
        size="small"
        className="no-print"
        icon={<CopyOutlined />}
        aria-label={t('document.copyFingerprint')}
        onClick={copy}
      />
    </span>
  );
}
