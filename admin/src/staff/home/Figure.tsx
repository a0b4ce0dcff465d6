import { ArrowDownOutlined, ArrowRightOutlined, ArrowUpOutlined } from '@ant-design/icons';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../i18n/format';

interface Told {
  label: string;
  value: string;
  /** What the value is a part of. */
  of?: string;
  /** 0 to 1: the bar. */
  share?: number | undefined;
  /** 0 to 1: the mark on the bar. */
  target?: number | undefined;
  /** In points, against the twelve months before. */
  change?: number | undefined;
  note?: string | undefined;
}

/** A page of the admin, or an address outside it. */
type Props = Told & ({ to: string; href?: never } | { href: string; to?: never });

/** 0.258 → "26 %" */
export const percent = (share: number): string =>
  new Intl.NumberFormat(i18next.language === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);

/** With a real minus sign. */
const signed = (points: number): string => `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))}`;

/** A figure with its target and, where it is known, its trend: a link to the rows that make it. */
export function Figure({ label, value, of, share, target, change, note, to, href }: Props) {
  const { t } = useTranslation();
  const Arrow =
    change === undefined || change === 0 ? ArrowRightOutlined : change > 0 ? ArrowUpOutlined : ArrowDownOutlined;
  const told = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-line">
        <strong className="figure-value">{value}</strong>
        {of && <span className="quiet">{of}</span>}
      </span>
      {share !== undefined && (
        <span className="figure-bar" aria-hidden="true">
          <span className="figure-fill" style={{ width: `${Math.min(1, share) * 100}%` }} />
          {target !== undefined && target < 1 && (
            <span className="figure-target" style={{ left: `${target * 100}%` }} />
          )}
        </span>
      )}
      <span className="figure-foot quiet">
        {note && <span>{note}</span>}
        {change !== undefined && (
          <span className="nowrap">
            <Arrow aria-hidden />{' '}
            {change === 0
              ? t('home.figures.stable')
              : t('home.figures.change', { count: Math.abs(change), points: signed(change) })}
          </span>
        )}
      </span>
    </>
  );
  return to === undefined ? (
    <a href={href} className="figure-card">
      {told}
    </a>
  ) : (
    <Link to={to} className="figure-card">
      {told}
    </Link>
  );
}
