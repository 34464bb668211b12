/** The units a township usually has: the default content of the 单位 sheet. */

/** One row of the 单位 sheet. */
export interface StarterDepartment {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly isEnforcer: boolean;
}

const unit = (
  id: string,
  name: string,
  kind: '内设' | '派出',
  more: { readonly aliases?: readonly string[]; readonly isEnforcer?: boolean } = {},
): StarterDepartment => ({ aliases: [], isEnforcer: false, ...more, id, name, kind });

export const starterDepartments: readonly StarterDepartment[] = [
  unit('D01', '党政办', '内设', { aliases: ['党政办公室', '党委办'] }),
  unit('D02', '司法所', '派出', { isEnforcer: true }),
  unit('D03', '综合行政执法办', '内设', { aliases: ['执法办', '综合行政执法办公室', '综合执法办'], isEnforcer: true }),
  unit('D04', '派出所', '派出', { aliases: ['公安派出所'] }),
  unit('D05', '财政所', '派出', { aliases: ['财政办'] }),
  unit('D06', '应急管理办', '内设', { aliases: ['应急办', '应急管理办公室', '安监办'], isEnforcer: true }),
  unit('D07', '市场监管所', '派出', { aliases: ['市场监督管理所', '市监所'], isEnforcer: true }),
  unit('D08', '自然资源所', '派出', { aliases: ['国土所'], isEnforcer: true }),
  unit('D09', '农业综合服务中心', '内设', { aliases: ['农业服务中心', '农综中心', '农业办'], isEnforcer: true }),
  unit('D10', '社会事务办', '内设', { aliases: ['社会事务办公室', '民政办'] }),
  unit('D11', '便民服务中心', '内设', { aliases: ['便民中心', '政务服务中心'] }),
  unit('D12', '卫健办', '内设', { aliases: ['卫生健康办公室', '卫生健康办', '计生办'], isEnforcer: true }),
  unit('D13', '中心校', '内设', { aliases: ['中心学校', '教育'] }),
  unit('D14', '综治中心', '内设', { aliases: ['综治（信访）中心', '信访办', '信访'] }),
];
