import { css } from 'lit';

export const detailsStyles = css`
  .drawer .pairs {
    align-items: baseline;
  }
  .drawer .head {
    flex-wrap: nowrap;
  }
  .drawer .related {
    display: grid;
    padding: 4px var(--_pad) 12px;
  }
  .drawer .related h3 {
    padding-block: 10px 4px;
    font-size: var(--_size-meta);
    color: var(--_faint);
  }
  .drawer .related button {
    display: flex;
    justify-content: space-between;
    gap: 18px;
    min-block-size: 34px;
    padding: 4px 0;
    align-items: center;
    text-align: start;
    background: none;
    border: 0;
    border-radius: 4px;
  }
  .drawer .related button:hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .drawer .foot .button {
    inline-size: 100%;
  }
`;
