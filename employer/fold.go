package employer

import "time"

// Fold turns events into the book as it stands at now.
func Fold(events []Event, now time.Time) Book { return Book{Now: now} }
