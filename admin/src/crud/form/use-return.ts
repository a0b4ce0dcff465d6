import { useNavigate } from 'react-router';

/**
 * Leaves a form for where one came from, so that "back" from there does not pass by the same page a second time; a form opened by its
 * address is replaced by the page of its row.
 */
export function useReturn(): (address: string) => void {
  const navigate = useNavigate();
  return (address) => {
    // React Router numbers its entries in the browser's own history: the first has nothing of ours before it.
    const { idx } = (window.history.state ?? {}) as { idx?: number };
    if (idx) void navigate(-1);
    else void navigate(address, { replace: true });
  };
}
