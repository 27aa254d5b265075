package digest

import (
	"bytes"
	"image"
	"image/color"
	stddraw "image/draw"
	"image/png"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Of the picture: how many applications it needs, how many weeks it shows, and its size on the page. It is drawn twice as fine.
const (
	pictureFewest = 3
	pictureWeeks  = 16
	pictureWidth  = 480
	pictureHeight = 240
)

// The colours of the fates, from the bottom. They differ in lightness too, so that they are told apart without seeing hues.
var fateColours = []color.RGBA{
	{0xd9, 0x82, 0x1b, 0xff}, // offered
	{0x0b, 0x4f, 0x4a, 0xff}, // talked
	{0x3f, 0x9c, 0x92, 0xff}, // contact
	{0xa9, 0xd3, 0xcd, 0xff}, // waiting
	{0xb4, 0xae, 0xa2, 0xff}, // ended
}

var (
	paper = color.RGBA{0xfb, 0xfa, 0xf6, 0xff} // the picture brings its own background: readable on a dark page
	ink   = color.RGBA{0x24, 0x29, 0x2e, 0xff}
	rule  = color.RGBA{0xe4, 0xe0, 0xd6, 0xff}
)

// byWeek counts the fates of applications by the week in which they were sent. A year without applications in it would be all
// gaps, so that only the last weeks are shown.
func (g *gatherer) byWeek(all []fate) (weeks []time.Time, counts [][]int, shown int) {
	last := monday(g.in.Now.In(g.in.Zone))
	first := last
	all = slices.DeleteFunc(slices.Clone(all), func(f fate) bool { return f.sent.IsZero() })
	for _, f := range all {
		if m := monday(f.sent.In(g.in.Zone)); m.Before(first) {
			first = m
		}
	}
	if earliest := last.AddDate(0, 0, -7*(pictureWeeks-1)); first.Before(earliest) {
		first = earliest
	}
	if latest := last.AddDate(0, 0, -7*5); first.After(latest) {
		first = latest // a lonely bar says little: at least six weeks
	}
	for w := first; !w.After(last); w = w.AddDate(0, 0, 7) {
		weeks = append(weeks, w)
		counts = append(counts, make([]int, len(fates)))
	}
	for _, f := range all {
		m := monday(f.sent.In(g.in.Zone))
		if m.Before(first) {
			continue
		}
		counts[days(first, m, g.in.Zone)/7][f.end]++
		shown++
	}
	return weeks, counts, shown
}

func monday(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()-(int(t.Weekday())+6)%7, 12, 0, 0, 0, t.Location())
}

// picture draws the search by week; nil where there is too little to see.
func (g *gatherer) picture(all []fate) *picture {
	weeks, counts, shown := g.byWeek(all)
	if shown < pictureFewest {
		return nil
	}
	data, err := g.draw(weeks, counts)
	if err != nil {
		return nil // the counts beside it say the same
	}
	return &picture{PNG: data, Title: g.w.say("chart.title"), Alt: g.alt(weeks, counts, shown), Width: pictureWidth, Height: pictureHeight}
}

// alt says what the picture shows.
func (g *gatherer) alt(weeks []time.Time, counts [][]int, shown int) string {
	var parts []string
	for i, name := range fates {
		n := 0
		for _, c := range counts {
			n += c[i]
		}
		if n > 0 {
			parts = append(parts, g.w.say("chart.part", "name", g.w.say("chart."+name), "n", strconv.Itoa(n)))
		}
	}
	top, most := 0, 0
	for i, c := range counts {
		n := 0
		for _, x := range c {
			n += x
		}
		if n > most {
			top, most = i, n
		}
	}
	return g.w.say("chart.alt", "n", strconv.Itoa(shown), "from", g.w.dayMonth(weeks[0], "months"), "until", g.w.dayMonth(weeks[len(weeks)-1], "months"),
		"parts", strings.Join(parts, ", "), "top", g.w.dayMonth(weeks[top], "months"), "most", strconv.Itoa(most))
}

func (g *gatherer) draw(weeks []time.Time, counts [][]int) ([]byte, error) {
	p := plot.New()
	p.BackgroundColor = paper
	style := func(s *draw.TextStyle, size float64) {
		s.Font = font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Points(size)}
		s.Color = ink
	}
	style(&p.X.Tick.Label, 10)
	style(&p.Y.Tick.Label, 10)
	legend := plot.NewLegend() // of its own, beside the bars: within the plot it would cover some
	style(&legend.TextStyle, 10)
	legend.Top, legend.Left = true, true
	legend.ThumbnailWidth = vg.Points(12)
	legend.Padding = vg.Points(4)

	grid := plotter.NewGrid()
	grid.Vertical.Color = nil
	grid.Horizontal.Color = rule
	grid.Horizontal.Dashes = nil
	p.Add(grid)

	width := vg.Points(min(24, 200/float64(len(weeks))))
	top := 0
	var below *plotter.BarChart
	var names []string
	var thumbs []plot.Thumbnailer
	for i, name := range fates {
		values, any := make(plotter.Values, len(weeks)), false
		for w := range weeks {
			values[w] = float64(counts[w][i])
			any = any || counts[w][i] > 0
		}
		if !any {
			continue
		}
		bar, err := plotter.NewBarChart(values, width)
		if err != nil {
			return nil, err
		}
		bar.Color = fateColours[i]
		bar.LineStyle.Width = 0
		if below != nil {
			bar.StackOn(below)
		}
		below = bar
		p.Add(bar)
		names, thumbs = append(names, g.w.say("chart."+name)), append(thumbs, bar)
	}
	for _, c := range counts {
		n := 0
		for _, x := range c {
			n += x
		}
		top = max(top, n)
	}
	p.Y.Min, p.Y.Max = 0, float64(top)*1.05
	p.X.Min, p.X.Max = -0.6, float64(len(weeks))-0.4
	p.X.LineStyle.Color, p.Y.LineStyle.Width, p.Y.Tick.LineStyle.Width = ink, 0, 0
	p.X.Tick.LineStyle.Width = 0
	p.X.Tick.Marker, p.Y.Tick.Marker = weekTicks(g.w, weeks), wholeTicks(top)

	c := vgimg.NewWith(vgimg.UseWH(vg.Points(pictureWidth*0.75), vg.Points(pictureHeight*0.75)), vgimg.UseDPI(192), vgimg.UseBackgroundColor(paper))
	dc := draw.New(c)
	for i := len(names) - 1; i >= 0; i-- { // in the order of the bars
		legend.Add(names[i], thumbs[i])
	}
	aside := legend.Rectangle(dc).Size().X + vg.Points(12)
	p.Draw(draw.Crop(dc, vg.Points(10), -aside-vg.Points(10), vg.Points(6), vg.Points(-12)))
	legend.Draw(draw.Crop(dc, dc.Max.X-aside-vg.Points(6), 0, 0, vg.Points(-14)))
	img := image.NewRGBA(c.Image().Bounds())
	stddraw.Draw(img, img.Bounds(), c.Image(), image.Point{}, stddraw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, few(img)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// weekTicks labels at most six weeks.
func weekTicks(w words, weeks []time.Time) plot.ConstantTicks {
	step := (len(weeks) + 5) / 6
	var t plot.ConstantTicks
	for i := range weeks {
		if (len(weeks)-1-i)%step == 0 {
			t = append(t, plot.Tick{Value: float64(i), Label: w.dayMonth(weeks[i], "short")})
		}
	}
	return t
}

// wholeTicks labels whole numbers only, at most six of them.
func wholeTicks(top int) plot.ConstantTicks {
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		if step = s; top/s <= 5 {
			break
		}
	}
	var t plot.ConstantTicks
	for v := 0; v <= top; v += step {
		t = append(t, plot.Tick{Value: float64(v), Label: strconv.Itoa(v)})
	}
	return t
}
