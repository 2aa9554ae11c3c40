#ifndef PRODUCTS_H
#define PRODUCTS_H

#include <stddef.h>
#include <stdint.h>

// sums[row] = Σ rows[row * width + k] * query[k], k below `width`. Whole numbers: exact, in whatever order they are added.
void products_of_rows(const int8_t *rows, size_t count, size_t width, const int16_t *query, int32_t *sums);

// The inner products of each two of some rows, as a lower triangle without its diagonal: that of `row` and `column` lies at
// row * (row + 1) / 2 + column.
void products_of_pairs(const int16_t *rows, size_t count, size_t width, int32_t *sums);

#endif
