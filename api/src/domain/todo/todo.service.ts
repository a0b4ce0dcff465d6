import type { Locale } from '../../base/codes.js';
import { decodeId } from '../../concept/id.js';
import type { Caller } from '../../identity/access/caller.js';
import type { Reader } from '../../read/reader.js';
import { type ComplianceFacts, complianceReport, readComplianceFacts } from '../referential/index.js';
import { type ToDoRows, toDoFacts } from './todo.facts.js';
import { type ToDoFacts, toDoOf } from './todo.rules.js';
import { type ToDoLine, toTodoLines } from './todo.words.js';

/** What the caller has to do today, the most pressing first, in one statement: for the home, the agents' page and the digest. */
export async function listToDo(reader: Reader, caller: Caller, locale: Locale = caller.locale): Promise<ToDoLine[]> {
  const { role, today } = caller;
  if (role !== 'EPCI_STAFF' && role !== 'AGENT') return [];
  const [rows, compliance] = await Promise.all([
    reader.statistic(toDoFacts(role, today)) as Promise<ToDoRows>,
    role === 'EPCI_STAFF' ? readComplianceFacts(reader, Number(today.slice(0, 4))) : null,
  ]);
  return toTodoLines(toDoOf(factsOf(rows, compliance, caller), role, today), locale, role === 'AGENT');
}

function factsOf(rows: ToDoRows, compliance: ComplianceFacts | null, caller: Caller): ToDoFacts {
  const reports = compliance ? complianceReport(compliance, Number(caller.today.slice(0, 4)), caller) : [];
  return {
    alertMonths: rows.alertMonths ?? 0,
    versions: rows.versions,
    meetings: rows.meetings ?? [],
    declarations: rows.declarations ?? [],
    judgements: reports.flatMap(({ guichetId, guichetName, judgements }) =>
      judgements.map(({ kind, status, nextMeeting }) => ({
        guichetId: decodeId(guichetId)?.key ?? '',
        guichetName,
        kind,
        status,
        nextMeeting: nextMeeting ?? null,
      })),
    ),
  };
}
