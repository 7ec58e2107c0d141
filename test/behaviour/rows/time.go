package main

import (
	"fmt"
	"time"
)

func units(n int, x float64) {
	fmt.Println(2*time.Hour, time.Duration(n)*time.Hour, time.Hour*time.Duration(n), time.Hour, time.Duration(x*float64(time.Hour)))
	fmt.Println(2*time.Minute, time.Duration(n)*time.Minute, time.Minute*time.Duration(n), time.Minute, time.Duration(x*float64(time.Minute)))
	fmt.Println(2*time.Second, time.Duration(n)*time.Second, time.Second*time.Duration(n), time.Second, time.Duration(x*float64(time.Second)))
	fmt.Println(2*time.Millisecond, time.Duration(n)*time.Millisecond, time.Millisecond*time.Duration(n), time.Millisecond, time.Duration(x*float64(time.Millisecond)))
	fmt.Println(2*time.Microsecond, time.Duration(n)*time.Microsecond, time.Microsecond*time.Duration(n), time.Microsecond, time.Duration(4*x*float64(time.Microsecond)))
	fmt.Println(2000*time.Nanosecond, time.Duration(n*1000)*time.Nanosecond, time.Nanosecond*time.Duration(n*1000), time.Duration(x*4000*float64(time.Nanosecond)))
	fmt.Println(3000*time.Nanosecond > time.Nanosecond)
}

func names() {
	fmt.Println(time.January, int(time.January), time.January.String())
	fmt.Println(time.February, int(time.February), time.February.String())
	fmt.Println(time.March, int(time.March), time.March.String())
	fmt.Println(time.April, int(time.April), time.April.String())
	fmt.Println(time.May, int(time.May), time.May.String())
	fmt.Println(time.June, int(time.June), time.June.String())
	fmt.Println(time.July, int(time.July), time.July.String())
	fmt.Println(time.August, int(time.August), time.August.String())
	fmt.Println(time.September, int(time.September), time.September.String())
	fmt.Println(time.October, int(time.October), time.October.String())
	fmt.Println(time.November, int(time.November), time.November.String())
	fmt.Println(time.December, int(time.December), time.December.String())
	fmt.Println(time.Sunday, int(time.Sunday), time.Sunday.String())
	fmt.Println(time.Monday, int(time.Monday), time.Monday.String())
	fmt.Println(time.Tuesday, int(time.Tuesday), time.Tuesday.String())
	fmt.Println(time.Wednesday, int(time.Wednesday), time.Wednesday.String())
	fmt.Println(time.Thursday, int(time.Thursday), time.Thursday.String())
	fmt.Println(time.Friday, int(time.Friday), time.Friday.String())
	fmt.Println(time.Saturday, int(time.Saturday), time.Saturday.String())
}

func durations(d, m time.Duration, n int) {
	fmt.Println(time.Duration(n)*d, d*time.Duration(n), d/time.Duration(n))
	fmt.Println(d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
	fmt.Println(d.String(), d.Abs(), d.Truncate(m), d.Round(m), int(d/m), int64(d/m), int(d), int64(m))
	fmt.Println(float64(d), float64(d)/float64(m), time.Duration(float64(d)*1.5), time.Duration(3)*d, d*time.Duration(2), d/time.Duration(2), d/4, d*3)
	fmt.Println(time.Duration(1.5e9 + 1e9*d.Seconds()))
}

func parts(t time.Time) {
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond())
	fmt.Println(t.Weekday(), t.Weekday().String(), t.Month().String(), t.YearDay(), int(t.Month()))
	year, week := t.ISOWeek()
	fmt.Println(year, week)
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano())
	y, m, d := t.Date()
	hour, minute, second := t.Clock()
	fmt.Println(y, int(m), d, hour, minute, second)
	fmt.Println(t.UTC().Format(time.RFC3339), t.Local().Format("2006-01-02 15:04"), t.Truncate(time.Hour).Format(time.RFC3339))
}

func pairs(t, u time.Time) {
	fmt.Println(t.Before(u), t.After(u), t.Equal(u), t.Equal(t), t.Compare(u), u.Compare(t), t.Compare(t))
	fmt.Println(t.Sub(u), t.Add(90*time.Minute).Format(time.RFC3339), t.AddDate(0, 1, -1).Format(time.RFC3339))
}

func parse(layout, text string) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		fmt.Println("no time")
	} else {
		fmt.Println(t.Unix(), layout)
	}
	d, err := time.ParseDuration(layout)
	if err != nil {
		fmt.Println("no duration")
	} else {
		fmt.Println(d)
	}
}

func read(text string) {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		fmt.Println("no time")
		return
	}
	u, err := time.ParseInLocation("2006-01-02 15:04", text, time.Local)
	if err != nil {
		fmt.Println("no local time")
		return
	}
	fmt.Println(t.Format(time.RFC3339), u.Year(), u.Minute())
}

func clocks() {
	start := time.Now()
	fmt.Println(time.Since(start) < time.Minute, time.Until(start) < time.Minute, time.Now().UTC().Year() >= 2024)
	fmt.Println(time.Now().Unix() > 1700000000, time.Now().UnixMilli() > 1700000000000, time.Now().UnixNano() > 0)
}

func main() {
	units(3, 1.5)
	units(-2, -0.25)
	names()
	durations(90*time.Minute, time.Hour, 3)
	durations(1001*time.Millisecond, 2*time.Millisecond, -1)
	durations(-1500*time.Millisecond, time.Second, 2)
	durations(2500*time.Millisecond, time.Second, 2)
	durations(0, time.Second, 2)
	durations(12*time.Microsecond, 5*time.Microsecond, 2)
	first := time.Date(2024, time.February, 29, 23, 59, 58, 251000000, time.UTC)
	second := time.Date(1969, time.December, 31, 12, 0, 0, 500000000, time.UTC)
	parts(first)
	parts(second)
	parts(time.Date(2021, 14, 35, 25, 61, 61, 0, time.UTC))
	parts(time.Date(2023, time.June, 1, 0, 0, 0, 0, time.Local).UTC())
	parts(time.Unix(1700000000, 250000000).UTC())
	parts(time.UnixMilli(-1500).UTC())
	pairs(first, second)
	pairs(second, first)
	parse("1h15m30.5s", "2024-02-29T10:11:12Z")
	parse("-2ms", "2024-02-29T10:11:12+02:00")
	parse("0", "2024-02-29 10:11:12")
	parse("5", "")
	parse("", "x")
	parse(".5s", "2024-02-30T10:11:12Z")
	read("2024-02-29 07:08")
	read("29.2.2024")
	clocks()
}
