import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, App, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { conceptOf } from '../../crud/metadata';
import { VersionFilesDocument } from '../../generated/graphql';
import { useRead, useRefresh } from '../../providers/use-read';
import { useRole } from '../../shell/session-context';
import './document.css';
import { DownloadButton } from './DownloadButton';
import { DropFile } from './DropFile';
import { FileList } from './FileList';
import { SentList } from './SentList';

interface Props {
  /** A version as the convention's page read it; what is asked beside it, the component reads itself. */
  version: { id: string; state: string; signedOn: string | null };
}

/** States of a version that was sent to sign: what was sent counts, and its signed original can be kept. */
const settled = new Set(['TO_SIGN', 'SIGNED', 'TERMINATED']);

/** The documents of a version of a convention: what was sent to sign, what it would say today, the signed scan to add or take. */
export function Documents({ version }: Props) {
  const role = useRole();
  const { roles } = conceptOf('ConventionFile');
  const path = `/documents/convention-versions/${version.id}`;
  return (
    <div className="documents">
      {roles.read.includes(role) ? (
        <KeptFiles version={version} path={path} adds={roles.create.includes(role)} />
      ) : (
        <MadeNow path={path} words="document.made" />
      )}
    </div>
  );
}

/** The document as the convention stands, made when it is asked for. */
function MadeNow({
  path,
  words,
}: {
  path: string;
  words: 'document.made' | 'document.madeLater' | 'document.noneSent';
}) {
  const { t } = useTranslation();
  const later = words === 'document.madeLater';
  const buttons = (
    <div className="document-buttons">
      <DownloadButton path={`${path}.docx`} icon={<FileWordOutlined />}>
        {t('document.word')}
      </DownloadButton>
      <DownloadButton path={`${path}.pdf`} icon={<FilePdfOutlined />}>
        {t('document.pdf')}
      </DownloadButton>
    </div>
  );
  if (!later)
    return (
      <div className="documents no-print">
        {buttons}
        <p className="quiet">{t(words)}</p>
      </div>
    );
  // What was sent is what counts: today's wording is there for whoever opens it.
  return (
    <details className="made-now no-print">
      <summary>{t('document.anew')}</summary>
      <p className="quiet">{t(words)}</p>
      {buttons}
    </details>
  );
}

function KeptFiles({ version, path, adds }: Props & { path: string; adds: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const { data, error } = useRead('VersionFiles', VersionFilesDocument, { id: version.id });
  if (error && !data) return <Alert type="warning" showIcon message={error.message} />;
  if (!data) return <Skeleton active paragraph={{ rows: 1 }} title={false} />;
  const files = data.conventionVersion?.files.nodes ?? [];
  const sent = files.filter(({ kind }) => kind === 'GENERATED');
  const scans = files.filter(({ kind }) => kind === 'SIGNED_SCAN');
  const isSettled = settled.has(version.state);
  const kept = async (answer: unknown) => {
    const { added } = answer as { added: boolean };
    if (added) await message.success(t('document.kept'));
    else await message.info(t('document.keptAlready'));
    await refresh();
  };
  const made = <MadeNow path={path} words={isSettled ? 'document.noneSent' : 'document.made'} />;
  return (
    <>
      {!(isSettled && sent.length > 0) && made}
      {sent.length > 0 && <SentList files={sent} counts={isSettled || version.signedOn !== null} />}
      {isSettled && sent.length > 0 && <MadeNow path={path} words="document.madeLater" />}
      {scans.length > 0 ? <FileList files={scans} /> : isSettled && <p className="quiet">{t('document.noFile')}</p>}
      {adds && isSettled && (
        <DropFile
          path={`${path}/scan`}
          accept="application/pdf,.pdf"
          icon={<FilePdfOutlined />}
          title={t(scans.length > 0 ? 'document.addAnother' : 'document.add')}
          hint={t('document.addHint')}
          onDone={kept}
          onRefused={(refused) => message.error(refused instanceof Error ? refused.message : String(refused), 8)}
        />
      )}
    </>
  );
}
