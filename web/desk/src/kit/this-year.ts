/** Apart from the choice of a year: addresses know the year before any page has come. */
export const thisYear = () => new Date().getFullYear()
