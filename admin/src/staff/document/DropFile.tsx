import { Progress, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from './transfer';

interface Props {
  path: string;
  /** Extensions and media types that the browser proposes. */
  accept: string;
  icon: ReactNode;
  title: string;
  hint: string;
  onDone: (answer: unknown) => void | Promise<void>;
  onRefused: (error: unknown) => void;
}

/** A place where one file is dropped, or chosen by a press; then how far it is. */
export function DropFile({ path, accept, icon, title, hint, onDone, onRefused }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number>();
  const send = async (file: File) => {
    setShare(0);
    try {
      await onDone(await upload(path, file, setShare));
    } catch (error) {
      onRefused(error);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Upload.Dragger
      className="drop-file no-print"
      accept={accept}
      multiple={false}
      showUploadList={false}
      disabled={share !== undefined}
      customRequest={({ file }) => void send(file as File)}
    >
      <div className="drop-inside" aria-live="polite">
        <span className="drop-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="drop-words">
          <strong>{share === undefined ? title : t('document.sending')}</strong>
          {share === undefined ? (
            <span className="quiet">{hint}</span>
          ) : (
            <Progress
              percent={Math.round(share * 100)}
              size="small"
              status="active"
              aria-label={t('document.sending')}
            />
          )}
        </span>
      </div>
    </Upload.Dragger>
  );
}
