package digest

import (
	"image"
	"image/color"
)

// shades is how many steps lie between paper and each other colour: what smooth edges need.
const shades = 12

// few turns a picture into one with a small palette, which is a third of the bytes: the colours of the chart and their blends
// with the paper.
func few(img *image.RGBA) *image.Paletted {
	palette := color.Palette{paper}
	for _, c := range append([]color.RGBA{ink, rule}, fateColours...) {
		for i := 1; i <= shades; i++ {
			mix := func(a, b uint8) uint8 { return uint8((int(a)*(shades-i) + int(b)*i) / shades) }
			palette = append(palette, color.RGBA{mix(paper.R, c.R), mix(paper.G, c.G), mix(paper.B, c.B), 0xff})
		}
	}
	b := img.Bounds()
	out := image.NewPaletted(b, palette)
	nearest := map[color.RGBA]uint8{}
	last, i := paper, uint8(0) // most pixels are like the one before
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if c := img.RGBAAt(x, y); c != last {
				n, ok := nearest[c]
				if !ok {
					n = uint8(palette.Index(c))
					nearest[c] = n
				}
				last, i = c, n
			}
			out.Pix[out.PixOffset(x, y)] = i
		}
	}
	return out
}
