import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, App, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefresh } from '../convention/use-page';
import { VersionFilesDocument } from '../generated/graphql';
import { useRead } from '../providers/use-read';
import { conceptOf } from '../resource/metadata';
import { useRole } from '../shell/session-context';
import './document.css';
import { DownloadButton } from './DownloadButton';
import { DropFile } from './DropFile';
import { FileList } from './FileList';

interface Props {
  /** A version as the convention's page read it; what is asked beside it, the component reads itself. */
  version: { id: string; state: string };
}

/** States of a version whose signed original can be kept. */
const scanned = new Set(['TO_SIGN', 'SIGNED', 'TERMINATED']);

/** The documents of a version of a convention: the generated ones to download, the signed scan to add, the files kept. */
export function Documents({ version }: Props) {
  const { t } = useTranslation();
  const role = useRole();
  const { roles } = conceptOf('ConventionFile');
  const path = `/documents/convention-versions/${version.id}`;
  return (
    <div className="documents">
      <div className="document-buttons no-print">
        <DownloadButton path={`${path}.docx`} icon={<FileWordOutlined />}>
          {t('document.word')}
        </DownloadButton>
        <DownloadButton path={`${path}.pdf`} icon={<FilePdfOutlined />}>
          {t('document.pdf')}
        </DownloadButton>
      </div>
      <p className="quiet no-print">{t('document.made')}</p>
      {roles.read.includes(role) && <KeptFiles version={version} path={path} adds={roles.create.includes(role)} />}
    </div>
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
  const mayScan = adds && scanned.has(version.state);
  const kept = async (answer: unknown) => {
    const { added } = answer as { added: boolean };
    if (added) message.success(t('document.kept'));
    else message.info(t('document.keptAlready'));
    await refresh();
  };
  return (
    <>
      {files.length > 0 ? <FileList files={files} /> : <p className="quiet">{t('document.noFile')}</p>}
      {mayScan && (
        <DropFile
          path={`${path}/scan`}
          accept="application/pdf,.pdf"
          icon={<FilePdfOutlined />}
          title={t(files.length > 0 ? 'document.addAnother' : 'document.add')}
          hint={t('document.addHint')}
          onDone={kept}
          onRefused={(refused) => message.error(refused instanceof Error ? refused.message : String(refused), 8)}
        />
      )}
    </>
  );
}
