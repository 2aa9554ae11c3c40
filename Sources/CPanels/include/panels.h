#ifndef VILLAGE_PANELS_H
#define VILLAGE_PANELS_H

#include <stddef.h>

/// Columns of one panel.
#define PANEL_WIDTH 16

/// Multiplies a few rows by a matrix that lies in panels: out = x · w + bias.
///
/// Each number is summed in the order of k, starting from its bias, with one rounding for each step where the machine
/// has fused multiply-add. So a row's result depends neither on its neighbours nor on the width of the machine's vectors.
///
/// - x: rows × depth; `x_stride` floats from row to row.
/// - w: `panels` panels of depth × PANEL_WIDTH each, one after the other.
/// - bias: panels × PANEL_WIDTH; NULL for none.
/// - out: rows × (panels × PANEL_WIDTH); `out_stride` floats from row to row. It must not overlap the others.
void panels_multiply(
    size_t rows, size_t depth, size_t panels, const float *x, size_t x_stride, const float *w, const float *bias, float *out,
    size_t out_stride);

#endif
