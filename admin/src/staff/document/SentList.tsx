import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { formatDay, formatSize, formatTime } from '../../i18n/format';
import { DownloadButton } from './DownloadButton';
import { Fingerprint, type KeptFile } from './FileList';

interface Props {
  /** The Word document and the PDF of each sending, the last sending first. */
  files: readonly KeptFile[];
  /** The last one is what the parties sign or signed; otherwise the convention was taken up again since. */
  counts: boolean;
}

const formats = [
  { mediaType: 'application/pdf', name: 'PDF', icon: <FilePdfOutlined /> },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word',
    icon: <FileWordOutlined />,
  },
];

/** What was sent to sign, each time it was, as it was then: never made again. */
export function SentList({ files, counts }: Props) {
  const { t } = useTranslation();
  const ranks = [...new Set(files.map(({ rank }) => rank))];
  return (
    <ul className="plain-list kept-files">
      {ranks.map((rank, index) => {
        const both = formats.flatMap((format) => {
          const file = files.find((one) => one.rank === rank && one.mediaType === format.mediaType);
          return file ? [{ ...format, file }] : [];
        });
        const [first] = both;
        if (!first) return null;
        const { addedByName, createdAt } = first.file;
        const day = formatDay(dayjs(createdAt).format('YYYY-MM-DD'));
        return (
          <li key={rank}>
            <div className="kept-file">
              <strong>{t('document.sentOn', { day })}</strong>
              <span className="quiet">
                {t('document.sentBy', { who: addedByName, time: formatTime(dayjs(createdAt).format('HH:mm')) })}
              </span>
              {!(counts && index === 0) && <span className="quiet">{t('document.takenUp')}</span>}
              {both.map(({ name, file }) => (
                <span className="sent-format" key={name}>
                  <span className="quiet">
                    {name} · {formatSize(file.size)}
                  </span>
                  <Fingerprint sha256={file.sha256} />
                </span>
              ))}
            </div>
            <div className="document-buttons no-print">
              {both.map(({ name, icon, file }) => (
                <DownloadButton
                  key={name}
                  path={`/documents/files/${file.id}`}
                  icon={icon}
                  aria-label={t('document.downloadSent', { format: name, day })}
                >
                  {name}
                </DownloadButton>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
