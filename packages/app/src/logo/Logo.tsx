/** The mark of Salesdesk: something asked for, and a tick under it. */
export const Logo = ({ size }: { size: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="32" height="32" rx="8" fill="#0b6bcb" />
    <path
      d="M10 22.5a4.5 4.5 0 0 1-.6-8.96 6.5 6.5 0 0 1 12.3-1.5A5.3 5.3 0 0 1 22 22.5Z"
      fill="#fff"
    />
    <path
      d="m12 17.4 2.9 2.9 5.3-5.6"
      fill="none"
      stroke="#0b6bcb"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
