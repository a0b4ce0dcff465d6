import { DownloadOutlined, LoadingOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import type { Language } from '../../i18n/i18n';
import { listQueryOf, readPage } from '../../providers/data';
import { useToday } from '../../shell/session-context';
import type { Column, Row } from '../define';
import type { ConceptName } from '../metadata';
import { asText } from '../value/Value';
import { useVocabulary } from '../vocabulary';
import { byteOrderMark, csvLine } from './csv';
import type { ListTable } from './use-list-table';

interface Props {
  concept: ConceptName;
  columns: Column[];
  total: number;
  asked: ListTable['asked'];
}

/** Rows asked for at a time: the most that the API gives. */
const step = 100;

/** All filtered rows, whatever the page shown, as a CSV file with the columns shown. */
export function ExportButton({ concept, columns, total, asked }: Props) {
  const { t, i18n } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const { notification } = App.useApp();
  const [done, setDone] = useState<number>();
  const stop = useRef<AbortController>(undefined);

  const run = async () => {
    const language = i18n.language as Language;
    const abort = new AbortController();
    stop.current = abort;
    setDone(0);
    try {
      const truth = { yes: t('value.yes'), no: t('value.no') };
      const parts = [
        byteOrderMark,
        csvLine(
          columns.map(({ path }) => words.short(concept, path)),
          language,
        ),
      ];
      const query = listQueryOf(concept, asked, asked.meta);
      let after: string | undefined;
      let count = 0;
      do {
        const page = await readPage<Row>(concept, { ...query, exporting: true, first: step, after }, abort.signal);
        parts.push(
          ...page.nodes.map((row) =>
            csvLine(
              columns.map(({ path }) => asText(words, truth, concept, row, path)),
              language,
            ),
          ),
        );
        count += page.nodes.length;
        setDone(count);
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
      } while (after);
      save(parts, `${words.many(concept).toLowerCase().replaceAll(' ', '-')}-${today}.csv`);
      notification.success({ message: t('export.done', { count, formatted: formatNumber(count) }) });
    } catch (error) {
      if (!abort.signal.aborted)
        notification.error({
          message: t('export.failed'),
          description: error instanceof Error ? error.message : undefined,
        });
    } finally {
      setDone(undefined);
    }
  };

  if (done !== undefined) {
    return (
      <Button icon={<LoadingOutlined />} onClick={() => stop.current?.abort()} title={t('export.stop')}>
        {t('export.progress', { done: formatNumber(done), total: formatNumber(total) })}
      </Button>
    );
  }
  return (
    <Button icon={<DownloadOutlined />} disabled={total === 0} onClick={run}>
      {t('export.csv')}
    </Button>
  );
}

function save(parts: string[], name: string) {
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
