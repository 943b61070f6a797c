export * from './AuthorizedSeats';
export * from './SeatQueue';
