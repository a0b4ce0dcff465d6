import { DownloadOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  RestoreDefaultTemplateDocument,
  type TemplatesQuery,
  UseDocumentTemplateDocument,
} from '../../generated/graphql';
import { formatInstant, formatSize } from '../../i18n/format';
import { execute } from '../../providers/graphql';
import { useRefresh } from '../../providers/use-read';
import { DownloadButton } from './DownloadButton';

interface Props {
  /** Those of the EPCI that are not in use, the last one first. */
  templates: TemplatesQuery['documentTemplates']['nodes'];
  /** Is Parvis's own among them? */
  withOurs: boolean;
  onUsed: () => void;
}

interface Line {
  key: string;
  name: string;
  about: string;
  use: () => Promise<unknown>;
}

/** The templates that served before, each to be taken or put in use again. */
export function FormerTemplates({ templates, withOurs, onUsed }: Props) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const lines: Line[] = templates.map(({ id, rank, fileName, size, addedByName, createdAt }) => ({
    key: id,
    name: fileName,
    about: `${t('document.rank', { rank })} · ${formatSize(size)} · ${t('document.added', { who: addedByName, when: formatInstant(createdAt) })}`,
    use: () => execute(UseDocumentTemplateDocument, { id }),
  }));
  if (withOurs)
    lines.push({
      key: 'default',
      name: t('document.template.ours'),
      about: t('document.template.oursText'),
      use: () => execute(RestoreDefaultTemplateDocument, {}),
    });

  const again = ({ name, use }: Line) =>
    modal.confirm({
      title: t('document.template.againTitle', { name, interpolation: { escapeValue: false } }),
      content: t('document.template.againText'),
      okText: t('document.template.again'),
      cancelText: t('actions.cancel'),
      // The line that was pressed may be gone: it is the one in use now.
      afterClose: () => {
        if (document.activeElement === document.body) document.getElementById('page-title')?.focus();
      },
      onOk: async () => {
        try {
          await use();
          onUsed();
          await message.success(t('document.template.inUseAgain'));
          await refresh();
        } catch (failure) {
          await message.error(failure instanceof Error ? failure.message : String(failure), 8);
        }
      },
    });

  return (
    <section aria-labelledby="former-templates">
      <h3 id="former-templates" className="former-title">
        {t('document.template.former')}
      </h3>
      <ul className="plain-list kept-files">
        {lines.map((line) => (
          <li key={line.key}>
            <div className="kept-file">
              <strong>{line.name}</strong>
              <span className="quiet">{line.about}</span>
            </div>
            <div className="document-buttons">
              <DownloadButton
                path={`/documents/templates/${line.key}`}
                icon={<DownloadOutlined />}
                aria-label={t('document.downloadFile', { name: line.name })}
              >
                {t('document.download')}
              </DownloadButton>
              <Button
                icon={<UndoOutlined />}
                aria-label={t('document.template.againOf', { name: line.name })}
                onClick={() => again(line)}
              >
                {t('document.template.again')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
