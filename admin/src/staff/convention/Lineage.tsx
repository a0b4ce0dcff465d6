import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import type { Convention } from './ConventionPage';

/** Of which guichet it is, and what it comes from. */
export function Lineage({ convention: { guichet, campaign, renews } }: { convention: Convention }) {
  const { t } = useTranslation();
  const { name, commune, organisation } = guichet;
  // "Mairie de Rives", of "Commune de Rives" in "Rives", is said once.
  const carried = !name.includes(organisation.name) && !organisation.name.includes(commune.name);
  const places = [...(name.includes(commune.name) ? [] : [commune.name]), ...(carried ? [organisation.name] : [])];
  return (
    <p className="convention-of">
      <Link to={pathTo('Guichet', guichet.id)}>{guichet.name}</Link>
      {places.length > 0 && <span className="quiet">{places.map((place) => ` · ${place}`).join('')}</span>}
      {renews && (
        <span className="quiet">
          {' · '}
          {t('convention.renews')} <Link to={pathTo('Convention', renews.id)}>{renews.number}</Link>
        </span>
      )}
      {campaign && (
        <span className="quiet">
          {' · '}
          {t('convention.campaign')} <Link to={pathTo('Campaign', campaign.id)}>{campaign.name}</Link>
        </span>
      )}
    </p>
  );
}
