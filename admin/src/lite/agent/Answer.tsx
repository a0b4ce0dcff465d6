import { dayInWords } from '../kit/format.js';
import { Icon } from '../kit/icons.js';
import { useLocale } from '../kit/language.js';
import { FailureNotice } from '../kit/parts.js';
import { useChange } from './context.js';
import type { Attendance } from './model.js';
import { answerMeeting } from './operations.js';
import { useTexts } from './texts.js';

interface Answered {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly attendances: { readonly nodes: readonly Pick<Attendance, 'state'>[] };
}

interface Props {
  readonly meeting: Answered;
  /** The page's big action. */
  readonly big?: boolean;
  /** What else shows the answer. */
  readonly onChanged?: () => Promise<void>;
}

/** "I'm coming" or "I cannot come", and what was said; both stay in place so that one can change one's mind. */
export function Answer({ meeting, big = false, onChanged }: Props) {
  const t = useTexts();
  const { locale } = useLocale();
  const answering = useChange(answerMeeting, onChanged);
  const said = meeting.attendances.nodes[0]?.state;
  const coming = said === 'REGISTERED' ? true : said === 'EXCUSED' ? false : null;
  const about = t('answer.about', { title: meeting.title, day: dayInWords(meeting.heldOn, locale) });
  const answer = (value: boolean) => {
    if (value !== coming) void answering.send({ meetingId: meeting.id, coming: value });
  };
  return (
    <fieldset className="answer" aria-busy={answering.sending}>
      <legend className="hidden">
        {t('answer.question')} {about}
      </legend>
      {answering.failure ? <FailureNotice failure={answering.failure} writing /> : null}
      <div className="answer-choices">
        <Choice value={true} said={coming} main={big} sending={answering.sending} onPress={answer}>
          {t('answer.coming')}
        </Choice>
        <Choice value={false} said={coming} main={false} sending={answering.sending} onPress={answer}>
          {t('answer.notComing')}
        </Choice>
      </div>
      <p className="soft small" role="status">
        {coming === null ? '' : t(coming ? 'answer.saidComing' : 'answer.saidNotComing')}
      </p>
    </fieldset>
  );
}

function Choice(props: {
  value: boolean;
  said: boolean | null;
  main: boolean;
  sending: boolean;
  onPress: (value: boolean) => void;
  children: string;
}) {
  const { value, said, main, sending, onPress, children } = props;
  const chosen = said === value;
  const filled = main && said === null;
  return (
    <button
      type="button"
      className={`button${filled ? ' button-main' : ''}${chosen ? ' button-chosen' : ''}${main ? ' button-tall' : ''}`}
      aria-pressed={chosen}
      aria-disabled={sending || undefined}
      onClick={() => onPress(value)}
    >
      {chosen ? <Icon name="check" /> : null}
      <span>{children}</span>
    </button>
  );
}
